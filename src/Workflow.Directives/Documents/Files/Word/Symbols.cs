namespace Workflow.Directives.Documents.Files.Word;

/// <summary>Letters of symbol fonts, which lie in the private area of Unicode, as letters that every font has.</summary>
internal static class Symbols
{
    private const char PrivateArea = '\uF000';

    /// <summary>The letter for a symbol; null when it stands for nothing that could be written.</summary>
    /// <param name="font">The font's name.</param>
    /// <param name="code">Its code, in the private area or below 256.</param>
    internal static string? Of(string? font, int code) => ((font ?? "").ToUpperInvariant(), code & 0xFF) switch
    {
        ("SYMBOL", 0xB7) => "•",
        ("SYMBOL", 0x2D) => "-",
        ("SYMBOL", 0xB0) => "°",
        ("SYMBOL", 0xB1) => "±",
        ("SYMBOL", 0xB3) => "≥",
        ("SYMBOL", 0xA3) => "≤",
        ("SYMBOL", 0xB4) => "×",
        ("SYMBOL", 0xAE) => "→",
        ("WINGDINGS", 0xFC) => "✓",
        ("WINGDINGS", 0xFE) => "☑",
        ("WINGDINGS", 0xA8 or 0x6F or 0x71) => "☐",
        ("WINGDINGS", 0xFD or 0x78) => "☒",
        ("WINGDINGS", 0xE0 or 0xE8 or 0xF0) => "→",
        ("WINGDINGS", 0x9F or 0xA7 or 0x6C or 0x6E or 0x76 or 0xD8 or 0x2D) => "•",
        _ => code is > ' ' and < PrivateArea ? ((char)code).ToString() : null,
    };

    /// <summary>The mark of a bulleted list.</summary>
    internal static string Bullet(char mark) => mark switch
    {
        >= PrivateArea and <= '\uF0FF' => "•",
        'o' or '§' or '·' or 'Ø' or 'ü' or 'v' or 'q' => "•",
        '\u2011' => "-",
        _ => mark.ToString(),
    };
}
