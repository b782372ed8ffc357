using System.Text;

namespace Workflow.Directives.Tests.Documents;

/// <summary>Texts of any length that make a careless reader slow: patterns repeated, most of them on one line.</summary>
internal static class NastyTexts
{
    private static readonly (string Name, string Front, string Pattern, string Back)[] Shapes =
    [
        ("small letters", "", "a", ""),
        ("capitals", "", "A", ""),
        ("capital words", "", "NGUYỄN ", ""),
        ("names", "", "Nguyễn ", ""),
        ("blanks between two letters", "a", " ", "b"),
        ("blanks before a number", "Số ", " ", "x"),
        ("blanks before a date", "Nam Bình", " ", "ngày x"),
        ("tabs", "a", "\t", "b"),
        ("columns", "", "Sở Y tế   ", ""),
        ("dots after the number label", "Số", ".", "x"),
        ("dots and blanks", "Số", ". ", "x"),
        ("dotted date", "Nam Bình, ngày", " .", "x"),
        ("dashes", "", "-", "x"),
        ("bullets", "", " - ", ""),
        ("commas then a bracket", "Nơi nhận:\n- a", ",", "(x) y"),
        ("semicolons and braces", "Nơi nhận:\n- a", ";}", "x"),
        ("brackets open", "Nơi nhận:\n- a ", "(", ""),
        ("digits in a note", "Nơi nhận:\n- a (", "1", ") b"),
        ("recipient labels", "", "Nơi nhận: ", ""),
        ("recipients wrapped", "Nơi nhận:\n- Sở Y tế", "\nvà các sở ban ngành liên quan trong tỉnh", ""),
        ("recipients under one brace", "Nơi nhận:\n", "- Sở Y tế }\n", ""),
        ("recipients on one line", "Nơi nhận: ", "- Sở Y tế; ", ""),
        ("addressees wrapped", "Kính gửi: Sở Y tế", "\nvà các sở ban ngành liên quan trong tỉnh", ""),
        ("addressees", "Kính gửi:\n", "- Sở Y tế;\n", ""),
        ("classes of units", "Nơi nhận:\n- ", "Các sở, ban, ngành và các ", ""),
        ("positions", "T/M BAN THƯỜNG VỤ", "\nPHÓ BÍ THƯ", "\nNguyễn Văn An"),
        ("authorities", "", "T/M BAN THƯỜNG VỤ\n", ""),
        ("authority words on one line", "", "T/M BAN THƯỜNG VỤ ", ""),
        ("reader marks of one reader", "", "Nguyễn Văn An - Văn phòng - 10:20 1/2/2026 - ", "x"),
        ("reader marks, one a line", "", "Nguyễn Văn An - Văn phòng - 10:20 1/2/2026\n", ""),
        ("reader marks of many readers", "", "Nguyễn Văn {0} - Văn phòng {0} - 10:20 1/2/2026\n", ""),
        ("half a reader mark", "", "Nguyễn Văn An - Văn phòng - ", ""),
        ("arrival stamps", "", "ĐẾN\nSố: 12\nNgày: 1/2/2026\n", ""),
        ("citations", "", "[x {{y}} số 12-CT/TU ngày 1/2/2026 ", ""),
        ("half citations", "", "1/2026/ABC-", ""),
        ("a citation without end", "1/2026/A", "b", "é"),
        ("slashes", "1", "/", ""),
        ("markdown", "", "**a__b*", ""),
        ("underscores", "", "__a ", ""),
        ("stars", "a", "*", "b"),
        ("quotes", "", "> ", ""),
        ("headings", "", "# ", "x"),
        ("tables", "", "| a | b |\n", ""),
        ("break tags", "", "<br", " "),
        ("points", "", "1. Về việc:\n", ""),
        ("wrapped body", "1. Về việc", "\nphòng cháy và chữa cháy trên địa bàn tỉnh", ""),
        ("capital lines", "", "SỞ Y TẾ\n", ""),
        ("abstract lines", "CHỈ THỊ\n", "về phòng cháy\n", ""),
        ("V/v lines", "", "V/v phòng cháy\n", "Kính gửi: Sở Y tế\n"),
        ("types", "", "CHỈ THỊ\n", ""),
        ("dates", "", "Nam Bình, ngày 01 tháng 8 năm 2026\n", ""),
        ("numbers", "", "Số 08-CT/TU\n", ""),
        ("short lines", "", "a\n", ""),
        ("list items", "", "- x,\n", ""),
        ("blank lines", "", "\n\n \t", ""),
        ("returns", "", "\r", ""),
        ("annex", "PHỤ LỤC\n", "a\n", ""),
        ("marks out of order", "a", "\u0301\u0323", ""),
        ("letters taken apart", "", "e\u0302\u0301", ""),
        ("invisible characters", "", "\u200B\u202E", "a"),
        ("half surrogates", "", "\uD83D", ""),
        ("zeros", "", "\0", ""),
    ];

    internal static IEnumerable<string> Names => Shapes.Select(shape => shape.Name);

    /// <summary>The text of a shape, of about so many UTF-16 units.</summary>
    internal static string Text(string name, int length)
    {
        var (_, front, pattern, back) = Array.Find(Shapes, shape => shape.Name == name);
        var text = new StringBuilder(front, length + pattern.Length + back.Length);
        for (var i = 0; text.Length < length; i++)
        {
            text.Append(pattern.Contains('{', StringComparison.Ordinal) ? string.Format(null, pattern, i) : pattern);
        }

        return text.Append(back).ToString();
    }
}
