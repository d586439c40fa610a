namespace Analytics.Figures;

/// <summary>How a query over the figures keeps their sources.</summary>
public static class ObservationHint
{
    public static readonly Localized Text = new(
        "来源和界限（≥、约）没有随结果带出：在 SELECT 中加上 obs_id（分组时加 list(obs_id) AS obs_ids）即有。",
        "Sources and bounds (≥, about) are not in the result: add obs_id to the "
            + "SELECT (list(obs_id) AS obs_ids where rows are grouped) to have them."
    );
}
