using System.Globalization;
using Analytics.Engine.Queries;

namespace Analytics.Figures;

/// <summary>Texts that an option of charts does not take.</summary>
public static class ChartOptionFaults
{
    /// <summary>
    /// Why a text is no value of an option, and what is one; null if it may be. Kinds and columns are judged when the chart is made.
    /// </summary>
    public static Localized? Of(ChartOption option, string text) =>
        option.Form switch
        {
            ChartOptionForm.Choice when option.Words.All(w => w.Word != text) => NoChoice(option, text),
            ChartOptionForm.Number when !IsNumber(option, text) => new(
                $"“{text}”应是 1 至 {option.Most} 的整数。",
                $"'{text}': expected a whole number from 1 to {option.Most}."
            ),
            ChartOptionForm.Size when ChartSize.Parse(text) is null => ChartSize.Fault(text),
            ChartOptionForm.References when NamedValue.Of(text) is null => new(
                $"“{text}”：应是一个值和它的名称，如 '35 规定' 或 '85% 目标'。",
                $"'{text}': expected a value and its name, for example '35 rule' or '85% target'."
            ),
            ChartOptionForm.Annotations when MarkRemark.Of(text) is null => new(
                $"“{text}”：应是类目、等号和标注，如 '碧江区=首创'；类目里的 = 写作 \\=。",
                $"'{text}': expected a category, = and a remark, for example '碧江区=first of its kind'; in the category = is written \\=."
            ),
            _ => null,
        };

    private static bool IsNumber(ChartOption option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= option.Most;

    private static Localized NoChoice(ChartOption option, string text) =>
        new(
            $"“{text}”：只能是 {string.Join("、", option.Words.Select(w => w.Word))}。",
            $"'{text}': expected one of {string.Join(", ", option.Words.Select(w => w.Word))}."
        );
}
