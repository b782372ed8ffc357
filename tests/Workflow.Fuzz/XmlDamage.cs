using System.Text;

namespace Workflow.Fuzz;

/// <summary>Damage that keeps to tags and attributes, so that much of it stays well-formed and nothing of it sensible.</summary>
internal static class XmlDamage
{
    private const int Deep = 20_000;
    private static readonly string[] Types =
    [
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "<?xml version=\"1.1\" encoding=\"utf-7\"?>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<?xml-stylesheet href=\"http://127.0.0.1:9/\"?>",
    ];

    private static readonly string[] Values = ["", "-1", "0", "1", "65536", "2147483647", "2147483648", "-2147483649", "99999999999999999999", "1e309", "NaN", "%", "A1:XFD1048576", "ZZZZZZ99", "&#0;", "&#xD800;", "&#x10FFFF;", "\u202E", "{{7*7}}"];
    private static readonly string[] Texts = ["&a;", "<![CDATA[", "]]>", "<!--", "-->", "<?a ?>", "&#x1F600;", "\u0301", "\uFEFF", "<w:p/>", "<w:tbl/>", "<c t=\"s\"><v>2147483648</v></c>", "<c t=\"s\"><v>-1</v></c>"];

    internal static IReadOnlyList<Damage> All { get; } =
    [
        (file, _, chance) => Tags(file, chance, (tags, at) => (tags[at], tags[chance.Next(1, tags.Count)]) = (tags[chance.Next(1, tags.Count)], tags[at])),
        (file, _, chance) => Tags(file, chance, (tags, at) => tags.RemoveAt(at)),
        (file, _, chance) => Tags(file, chance, (tags, at) => tags.Insert(at, tags[chance.Next(1, tags.Count)])),
        (file, _, chance) => Tags(file, chance, (tags, at) => tags.InsertRange(at, Piece(tags, chance))),
        (file, _, chance) => Tags(file, chance, (tags, at) => tags[at] = Attribute(tags[at], chance)),
        (file, _, chance) => Tags(file, chance, (tags, at) => tags[at] = Attribute(tags[at], chance)),
        (file, _, chance) => Tags(file, chance, (tags, at) => tags[at] += Texts[chance.Next(Texts.Length)]),
        (file, _, chance) => Tags(file, chance, (tags, _) => tags[0] = Types[chance.Next(Types.Length)] + tags[0]),
        Nest,
        Repeat,
    ];

    /// <summary>Parts a text before every tag, lets a change be made, and joins it again.</summary>
    private static byte[] Tags(byte[] file, Random chance, Action<List<string>, int> change)
    {
        List<string> tags = [.. Encoding.UTF8.GetString(file).Split('<')];
        if (tags.Count < 3)
        {
            return file;
        }

        change(tags, chance.Next(1, tags.Count));
        return Encoding.UTF8.GetBytes(string.Join('<', tags));
    }

    private static List<string> Piece(List<string> tags, Random chance)
    {
        var from = chance.Next(1, tags.Count);
        return tags.GetRange(from, chance.Next(Math.Min(64, tags.Count - from) + 1));
    }

    private static string Attribute(string tag, Random chance)
    {
        var quotes = tag.Split('"');
        if (quotes.Length < 3)
        {
            return tag.Replace(">", $" w:val=\"{Values[chance.Next(Values.Length)]}\">", StringComparison.Ordinal);
        }

        quotes[(2 * chance.Next(quotes.Length / 2)) + 1] = Values[chance.Next(Values.Length)];
        return string.Join('"', quotes);
    }

    /// <summary>One element inside itself, thousands of times, well-formed.</summary>
    private static byte[] Nest(byte[] file, byte[] other, Random chance) => Tags(file, chance, (tags, at) =>
    {
        var name = new string([.. tags[at].TakeWhile(sign => char.IsAsciiLetterOrDigit(sign) || sign == ':')]);
        if (name.Length > 0)
        {
            var deep = chance.Next(Deep);
            tags.Insert(at, string.Concat(Enumerable.Repeat($"{name}><", deep)) + string.Join('<', Enumerable.Repeat($"/{name}>", deep)));
        }
    });

    private static byte[] Repeat(byte[] file, byte[] other, Random chance) => Tags(file, chance, (tags, at) =>
        tags.InsertRange(at, Enumerable.Repeat(tags[at], chance.Next(Deep))));
}
