using System.Globalization;
using System.Xml.Linq;

namespace Workflow.Browser.Tests;

/// <summary>What people read on the screen, from the program's own resources.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string> All = XDocument.Load(Place.Words).Root!.Elements("data")
        .ToDictionary(one => one.Attribute("name")!.Value, one => one.Element("value")!.Value);

    public static string Of(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, All[key], values);
}
