namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>The two ways of writing a string (ISO 32000-1, 7.3.4).</summary>
internal static class PdfStrings
{
    /// <summary>Reads <c>&lt;…&gt;</c> where the parser stands.</summary>
    public static byte[] Hexadecimal(byte[] bytes, PdfParser parser, int end)
    {
        var from = parser.At;
        var close = Array.IndexOf(bytes, (byte)'>', from, end - from);
        if (close < 0)
        {
            throw new PdfFormatException("a string is not closed", from);
        }

        var value = new List<byte>((close - from) / 2);
        var high = -1;
        for (var i = from + 1; i < close; i++)
        {
            if (PdfCharacters.IsBlank(bytes[i]))
            {
                continue;
            }

            var digit = PdfCharacters.HexOf(bytes[i]);
            if (digit < 0)
            {
                throw new PdfFormatException("a hexadecimal string holds another character", i);
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                value.Add((byte)((high << 4) | digit));
                high = -1;
            }
        }

        if (high >= 0)
        {
            throw new PdfFormatException("a hexadecimal string has an odd number of digits", close);
        }

        parser.At = close + 1;
        return [.. value];
    }

    /// <summary>Reads <c>(…)</c> where the parser stands.</summary>
    public static byte[] Literal(byte[] bytes, PdfParser parser, int end)
    {
        var value = new List<byte>();
        var open = 0;
        for (var i = parser.At; i < end; i++)
        {
            switch (bytes[i])
            {
                case (byte)'(':
                    if (open++ > 0)
                    {
                        value.Add(bytes[i]);
                    }

                    break;
                case (byte)')':
                    if (--open == 0)
                    {
                        parser.At = i + 1;
                        return [.. value];
                    }

                    value.Add(bytes[i]);
                    break;
                case (byte)'\\':
                    i = Escaped(bytes, i + 1, end, value);
                    break;
                case (byte)'\r':
                    value.Add((byte)'\n');
                    i += i + 1 < end && bytes[i + 1] == '\n' ? 1 : 0;
                    break;
                default:
                    value.Add(bytes[i]);
                    break;
            }
        }

        throw new PdfFormatException("a string is not closed", parser.At);
    }

    /// <summary>Adds what stands after a backslash and says where it ends.</summary>
    private static int Escaped(byte[] bytes, int at, int end, List<byte> value)
    {
        if (at >= end)
        {
            return at;
        }

        if (bytes[at] is >= (byte)'0' and <= (byte)'7')
        {
            var (code, i) = (0, at);
            for (; i < end && i < at + 3 && bytes[i] is >= (byte)'0' and <= (byte)'7'; i++)
            {
                code = (code << 3) | (bytes[i] - '0');
            }

            value.Add((byte)code);
            return i - 1;
        }

        if (bytes[at] == '\r')
        {
            return at + 1 < end && bytes[at + 1] == '\n' ? at + 1 : at;
        }

        if (bytes[at] != '\n')
        {
            value.Add(bytes[at] switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, (byte)'b' => 8, (byte)'f' => 12, var other => other });
        }

        return at;
    }
}
