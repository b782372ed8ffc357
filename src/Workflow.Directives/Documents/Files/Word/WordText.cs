using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Workflow.Directives.Documents.Files.Letters;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>The text of a Word document, and what of it was left out.</summary>
internal static class WordText
{
    private const int LongestShown = 80;
    private static readonly string[] NoteKinds = ["footnote", "endnote"];

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file.</param>
    internal static Result<SourceText> Read(byte[] bytes)
    {
        try
        {
            if (PackageCheck.Find(bytes) is { } refusal)
            {
                return refusal;
            }

            using var package = WordPackage.Open(bytes);
            return WordDangers.Find(package) is { } danger ? danger : Read(package);
        }
        catch (BeyondLimitException)
        {
            return FileRefusals.UnpacksTooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException)
        {
            return FileRefusals.BrokenWord;
        }
    }

    private static Result<SourceText> Read(WordPackage package)
    {
        if (WordRelations.Read(package, "").GetValueOrDefault("officeDocument") is not [var main, ..] || !package.HoldsPart(main))
        {
            return FileRefusals.Unsupported;
        }

        var related = WordRelations.Read(package, main);
        var styles = ReadPart(package, related, "styles", WordStyles.Read);
        var numbering = ReadPart(package, related, "numbering", WordNumbering.Read);
        WordStory Story() => new(styles, numbering, TextRules.LongestText);
        WordStory? ReadStory(string part) => ReadFrom(package.Read(part), Story());

        if (ReadStory(main) is not { } body)
        {
            return FileRefusals.BrokenWord;
        }

        List<string> lines = [.. body.Lines, .. NotesOf(body, related, ReadStory)];
        var margins = related.GetValueOrDefault("header", []).Concat(related.GetValueOrDefault("footer", []))
            .SelectMany(part => ReadStory(part)?.Lines ?? []).Where(line => line.Any(char.IsLetter)).Distinct().ToList();
        var text = string.Join('\n', lines);
        var finished = SourceFileReader.Finish(text, SourceFormat.Word, null, [.. Remarks(body, margins)]);
        return finished.Done ? finished.Value with { Sheet = body.Sheets.ToSheet() } : finished;
    }

    private static T ReadPart<T>(WordPackage package, Dictionary<string, List<string>> related, string kind, Func<XmlReader?, T> read)
    {
        using var xml = related.GetValueOrDefault(kind) is [var part, ..] ? package.Read(part) : null;
        return read(xml);
    }

    private static WordStory? ReadFrom(XmlReader? xml, WordStory story)
    {
        using (xml)
        {
            if (xml is null)
            {
                return null;
            }

            story.Read(xml);
            return story;
        }
    }

    private static IEnumerable<string> NotesOf(WordStory body, Dictionary<string, List<string>> related, Func<string, WordStory?> read)
    {
        if (body.Referred.Count == 0)
        {
            return [];
        }

        var notes = NoteKinds.ToDictionary(
            kind => kind,
            kind => related.GetValueOrDefault(kind + "s") is [var part, ..] ? read(part)?.Notes : null);
        return body.Referred.Select((note, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"[{i + 1}] {string.Join(' ', notes[note.Kind]?.GetValueOrDefault(note.Id, []) ?? []).Trim()}")).Prepend("");
    }

    private static IEnumerable<SourceNote> Remarks(WordStory body, List<string> margins)
    {
        foreach (var table in body.Converted.Order())
        {
            var name = table == OldTable.Vni ? "VNI" : "TCVN3";
            yield return new($"Đã chuyển chữ của phông {name} sang Unicode; hãy soát lại chữ hoa có dấu.", $"Letters of a {name} font were turned into Unicode; check capitals with marks.");
        }

        if (body.LeftDeleted)
        {
            yield return new("Tệp có sửa đổi theo vết (Track Changes): đã lấy phần thêm, bỏ phần xóa.", "The file has tracked changes: insertions were kept, deletions dropped.");
        }

        if (body.LeftHidden)
        {
            yield return new("Đã bỏ phần chữ ẩn, vì chữ ẩn không in ra.", "Hidden text was left out, as it is not printed.");
        }

        if (body.LostSymbols > 0)
        {
            yield return new($"Có {body.LostSymbols} ký hiệu đặc biệt không chuyển được thành chữ và đã bỏ.", $"{body.LostSymbols} symbols have no letter and were dropped.");
        }

        if (margins.Count > 0)
        {
            var shown = string.Join(" · ", margins);
            shown = shown.Length > LongestShown ? shown[..LongestShown] + "…" : shown;
            yield return new($"Không đọc đầu trang và chân trang: “{shown}”.", $"Header and footer were not read: “{shown}”.");
        }
    }
}

/// <summary>Which parts belong to a part (ECMA-376 part 2, 6.5).</summary>
internal static class WordRelations
{
    /// <summary>Names of the parts in the package, by the last word of the kind of relation.</summary>
    /// <param name="package">The package.</param>
    /// <param name="part">The part; empty for the package itself.</param>
    internal static Dictionary<string, List<string>> Read(WordPackage package, string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var related = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        using var xml = package.Read($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml is not null && WordXml.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
            {
                var kind = (xml.GetAttribute("Type") ?? "").Split('/')[^1];
                var target = xml.GetAttribute("Target") ?? "";
                related.TryAdd(kind, []);
                related[kind].Add(target.StartsWith('/') ? target[1..] : folder + target);
            }
        }

        return related;
    }
}
