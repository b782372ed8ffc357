using System.Text;

namespace Workflow.Fuzz;

/// <summary>Damage of text and tables: other encodings, quotes that do not end, signs that no keyboard has.</summary>
internal static class TextDamage
{
    private const int Long = 200_000;
    private static readonly string[] Pieces =
    [
        "\"", "\"\"", ",", ";", "\t", "\r", "\n", "\0", "\u202E", "\u200B", "\uFEFF", "\uFFFE", "\u0301\u0301\u0301", "=HYPERLINK(\"http://x\")", "+1", "@SUM(1)", "'=1", "\u001A", "\x1B[2J",
        "1.1.1.1.1.1.1.", "Điều 99999999999.", "Số 99999999999999999999-CT/TU", "ngày 31 tháng 02 năm 0000", "ngày 99 tháng 99 năm 9999", "Nơi nhận:", "Kính gửi:", "MẬT", "TUYỆT MẬT", "<html>",
        "{\\rtf1", "%PDF-1.7", "PK\u0003\u0004", "9999-99-99", "0000-00-00", "10000-01-01", "-2147483649",
    ];

    internal static IReadOnlyList<Damage> All { get; } =
    [
        (file, _, chance) => Insert(file, chance, Pieces[chance.Next(Pieces.Length)]),
        (file, _, chance) => Insert(file, chance, Pieces[chance.Next(Pieces.Length)]),
        (file, _, chance) => Insert(file, chance, string.Concat(Enumerable.Repeat(Pieces[chance.Next(Pieces.Length)], chance.Next(Long / 16)))),
        (file, _, chance) => Insert(file, chance, new string((char)chance.Next(1, 0x3000), chance.Next(Long))),
        Encode, Lines, Lines, Cells,
    ];

    private static byte[] Insert(byte[] file, Random chance, string piece) =>
        ByteDamage.Replaced(file, chance.Next(file.Length + 1), 0, Encoding.UTF8.GetBytes(piece));

    private static byte[] Encode(byte[] file, byte[] other, Random chance)
    {
        Encoding[] ways = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1, Encoding.ASCII];
        var way = ways[chance.Next(ways.Length)];
        var text = Encoding.UTF8.GetString(file);
        byte[] encoded = [.. chance.Next(2) == 0 ? way.GetPreamble() : [], .. way.GetBytes(text)];

        // Half of a pair in UTF-16, and a byte too few.
        return chance.Next(2) == 0 ? encoded : [.. encoded[..(encoded.Length / 2)], 0xD8, 0x00, .. encoded[(encoded.Length / 2)..^Math.Min(1, encoded.Length)]];
    }

    private static byte[] Lines(byte[] file, byte[] other, Random chance)
    {
        List<string> lines = [.. Encoding.UTF8.GetString(file).Split('\n')];
        for (var i = chance.Next(1, 9); i > 0; i--)
        {
            var (from, to) = (chance.Next(lines.Count), chance.Next(lines.Count));
            switch (chance.Next(3))
            {
                case 0:
                    (lines[from], lines[to]) = (lines[to], lines[from]);
                    break;
                case 1:
                    lines.Insert(to, lines[from]);
                    break;
                default:
                    lines[from] += lines[to];
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    private static byte[] Cells(byte[] file, byte[] other, Random chance)
    {
        var cells = Encoding.UTF8.GetString(file).Split(',');
        for (var i = chance.Next(1, 20); i > 0; i--)
        {
            cells[chance.Next(cells.Length)] = chance.Next(2) == 0 ? cells[chance.Next(cells.Length)] : Pieces[chance.Next(Pieces.Length)];
        }

        return Encoding.UTF8.GetBytes(string.Join(',', cells));
    }
}
