using System.Globalization;
using Analytics.DuckDb;

namespace Analytics.Engine.Sessions;

/// <summary>The engine's setting <c>memory_limit</c>, which holds for all connections of a database.</summary>
internal static class MemoryLimit
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB"];

    /// <summary>
    /// Does something while the engine keeps to less memory than it may: what it would hold only to work ahead then waits.
    /// Where that does not suffice, it is done once more under the limit of before.
    /// </summary>
    /// <param name="connection">Any connection of the database.</param>
    /// <param name="bytes">The lower limit; nothing changes if the limit is lower already, or may not be changed.</param>
    /// <param name="work">What is done; twice only if the engine's memory was short, which undid it.</param>
    /// <exception cref="DuckDbException">What the work threw, other than for want of memory under the lower limit.</exception>
    public static T Within<T>(DuckDbConnection connection, long bytes, Func<T> work)
    {
        var before = connection.Rows("SELECT current_setting('memory_limit')", row => row.Text(0))[0];
        if (Bytes(before) <= bytes || !TrySet(connection, $"{bytes} bytes"))
            return work();
        try
        {
            return work();
        }
        catch (DuckDbException e) when (e.Kind == DuckDbErrorKind.OutOfMemory)
        {
            TrySet(connection, before);
            return work();
        }
        finally
        {
            TrySet(connection, before);
        }
    }

    private static bool TrySet(DuckDbConnection connection, string limit)
    {
        try
        {
            connection.Execute($"SET memory_limit = {SqlText.Literal(limit)}");
            return true;
        }
        catch (DuckDbException)
        {
            // The settings are locked, or more is in use than the limit allows.
            return false;
        }
    }

    /// <param name="setting">As the engine prints it: <c>18.8 GiB</c>.</param>
    private static double Bytes(string setting)
    {
        var parts = setting.Split(' ');
        return double.Parse(parts[0], CultureInfo.InvariantCulture) * Math.Pow(1024, Array.IndexOf(Units, parts[1]));
    }
}
