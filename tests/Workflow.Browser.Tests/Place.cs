using System.Reflection;

namespace Workflow.Browser.Tests;

/// <summary>Where the build put what these tests use.</summary>
internal static class Place
{
    public const string Browser = "/usr/bin/chromium";

    public static string Program => Of(nameof(Program));

    public static string Words => Of(nameof(Words));

    public static string Pictures => Of(nameof(Pictures));

    private static string Of(string key) =>
        Path.GetFullPath(typeof(Place).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!);
}

/// <summary>Runs where Chromium is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = File.Exists(Place.Browser) ? null : $"There is no browser at {Place.Browser}.";
}
