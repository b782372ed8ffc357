using System.Text;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Rules;
using Workflow.Directives.Verification;

namespace Workflow.Fuzz;

/// <summary>
/// The process that reads: takes files on standard input (kind, name, length, bytes) and answers each with a line. A line that begins with
/// <see cref="Crashed"/> tells of an exception that no door expects.
/// </summary>
internal static class ReadingProcess
{
    internal const string Verb = "read";
    internal const char Crashed = '!';

    // A little less than the program's own, so that a slow file is told from one that hangs.
    private static readonly TimeSpan LongestPdf = TimeSpan.FromSeconds(15);

    internal static async Task<int> RunAsync(string database)
    {
        await using var office = Office.Open(database);
        var anchors = await office.AnchorsAsync();
        var reader = new SourceFileReader(longestPdf: LongestPdf);
        using var input = new BinaryReader(Console.OpenStandardInput(), Encoding.UTF8);
        await Console.Out.WriteLineAsync("ready");
        while (Take(input) is { } sample)
        {
            string answer;
            try
            {
                answer = await ReadAsync(office, reader, anchors, sample);
            }
            catch (Exception unexpected)
            {
                answer = Crashed + unexpected.ToString().ReplaceLineEndings(" | ");
            }

            await Console.Out.WriteLineAsync(answer);
        }

        return 0;
    }

    internal static void Give(BinaryWriter output, Sample sample)
    {
        output.Write((byte)sample.Kind);
        output.Write(sample.Name);
        output.Write(sample.Content.Length);
        output.Write(sample.Content);
        output.Flush();
    }

    private static Sample? Take(BinaryReader input)
    {
        try
        {
            var kind = (SampleKind)input.ReadByte();
            var name = input.ReadString();
            return new(kind, name, input.ReadBytes(input.ReadInt32()));
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static async Task<string> ReadAsync(Office office, SourceFileReader reader, TrustAnchors anchors, Sample sample) => sample.Kind switch
    {
        SampleKind.Workbook or SampleKind.Table => await office.ImportAsync(
            Enum.Parse<DirectorySheet>(Path.GetFileNameWithoutExtension(sample.Name)), sample.Name, sample.Content),
        SampleKind.Pdf => $"{FileVerification.Verify(sample.Content, anchors, office.Now).Verdict} {await TextAsync(reader, sample, office.Now)}",
        _ => await TextAsync(reader, sample, office.Now),
    };

    private static async Task<string> TextAsync(SourceFileReader reader, Sample sample, DateTime now)
    {
        using var file = new MemoryStream(sample.Content, writable: false);
        var source = await reader.ReadAsync(sample.Name, file, default);
        if (source.Refusal is { } refusal)
        {
            return refusal.Code;
        }

        var today = DateOnly.FromDateTime(now);
        var reading = SourceReading.Of(source.Value, [], today);
        if (reading.Refusal is { } refused)
        {
            return refused.Code;
        }

        _ = source.Value.Sheet is { } sheet ? SheetRules.Check(sheet, reading.Value.Document, today).Count() : 0;
        _ = PlainText.Write(reading.Value.Document);
        return "read";
    }
}
