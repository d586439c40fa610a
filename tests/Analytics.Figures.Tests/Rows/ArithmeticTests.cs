namespace Analytics.Figures.Tests.Rows;

/// <summary>What a number is told to be by computing it again.</summary>
public class ArithmeticTests
{
    private static readonly Observation Yuan = Row.Plain with { Id = "y", Value = 8000, Unit = "元" };

    [Theory]
    [InlineData(100, "Sum")]
    [InlineData(50, "Mean")]
    [InlineData(40, "One")]
    [InlineData(60, "One")]
    [InlineData(2, "Count")]
    [InlineData(1, "Count")]
    [InlineData(77, "Unknown")]
    public void A_whole_number_is_the_sum_the_mean_one_of_them_or_their_count(double value, string derivation) =>
        $"{ChartArithmetic.Of(value, [Row.Plain, Row.Other], isWhole: true)}".ShouldBe(derivation);

    [Theory]
    [InlineData(2, "Unknown")]
    [InlineData(0.6667, "Quotient")]
    [InlineData(1.5, "Quotient")]
    [InlineData(66.67, "Quotient")]
    [InlineData(100.00000000000001, "Sum")]
    public void Another_number_is_no_count_but_may_be_a_quotient_rounded_as_queries_round(double value, string derivation) =>
        $"{ChartArithmetic.Of(value, [Row.Plain, Row.Other], isWhole: false)}".ShouldBe(derivation);

    [Fact]
    public void Sums_of_two_units_are_divided() =>
        ChartArithmetic.Of(80, [Row.Plain, Row.Other, Yuan], isWhole: false).ShouldBe(ChartDerivation.Quotient);

    [Fact]
    public void A_figure_without_a_value_is_left_out_as_SQL_does() =>
        ChartArithmetic.Of(100, [Row.Plain, Row.Other, Row.Other with { Value = null }], isWhole: false).ShouldBe(ChartDerivation.Sum);

    [Theory]
    [InlineData(40, 1, "Stated")]
    [InlineData(41, 1, "Derived")]
    [InlineData(100, 2, "Sum")]
    [InlineData(2, 2, "Tally")]
    [InlineData(50, 2, "Derived")]
    [InlineData(40, 0, "None")]
    public void A_row_stands_on_what_its_number_equals(double shown, int figures, string basis) =>
        $"{ChartRow.Of(new("甲县", shown), shown, Row.On(new[] { Row.Plain, Row.Other }[..figures])).Basis}".ShouldBe(basis);

    [Fact]
    public void A_row_without_a_number_stands_on_nothing() =>
        ChartRow.Of(new("甲县", null), null, Row.On(Row.Plain)).Figures.ShouldBeEmpty();
}
