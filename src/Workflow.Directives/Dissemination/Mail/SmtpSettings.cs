using System.Globalization;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>A setting that cannot be used.</summary>
/// <param name="Key">Full key, e.g. <c>Mail:Port</c>.</param>
/// <param name="Value">What was set; never a password.</param>
/// <param name="Allowed">What is allowed instead.</param>
public sealed record SettingProblem(string Key, string Value, string Allowed);

/// <summary>How mail leaves: the configuration section <c>Mail</c>. With nothing set, messages become files under <see cref="Folder"/>.</summary>
public sealed record SmtpSettings
{
    /// <summary>The configuration section these are bound from.</summary>
    public const string Section = "Mail";

    /// <summary><c>File</c> (default: each message becomes an .eml file), <c>Smtp</c>, or <c>MailKit</c> where that was compiled in.</summary>
    public string Transport { get; init; } = "File";

    /// <summary>Folder for <c>File</c>; default <c>data/mail</c>, made when missing.</summary>
    public string Folder { get; init; } = Path.Combine("data", "mail");

    /// <summary>Name or address of the submission server. No default; required for <c>Smtp</c>.</summary>
    public string Host { get; init; } = "";

    /// <summary>Port, 1 to 65535; default 587 (message submission, RFC 6409). 465 goes with <c>Tls</c>.</summary>
    public int Port { get; init; } = 587;

    /// <summary>
    /// <c>StartTls</c> (default: nothing is sent unless the server upgrades), <c>StartTlsWhenAvailable</c> (in clear when the server does not offer it),
    /// <c>Tls</c> (from the first byte), <c>None</c> (in clear; only for a relay on the same machine).
    /// </summary>
    public string Security { get; init; } = "StartTls";

    /// <summary>
    /// SHA-256 fingerprint (64 hexadecimal digits, colons allowed) of the server's certificate, for a relay with a certificate of its own making.
    /// Unset (default): the certificate must be valid for <see cref="Host"/> and chain to a root this machine trusts. Set: exactly that certificate is accepted.
    /// </summary>
    public string CertificateSha256 { get; init; } = "";

    /// <summary>User for AUTH; unset (default): no AUTH. Needs TLS.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Password for AUTH; unset by default. Never logged or shown.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sending address, in the envelope and in From; default <c>vanthu@tinhuy.example.vn</c>, which no server will accept as real: set it.</summary>
    public string From { get; init; } = "vanthu@tinhuy.example.vn";

    /// <summary>The name shown in From; default <c>Văn phòng Tỉnh ủy</c>.</summary>
    public string FromName { get; init; } = "Văn phòng Tỉnh ủy";

    /// <summary>Name given in EHLO; unset (default): this machine's name if it is a domain name, else the domain of <see cref="From"/>.</summary>
    public string HeloName { get; init; } = "";

    /// <summary>Domain of Message-IDs; unset (default): the domain of <see cref="From"/>.</summary>
    public string MessageIdDomain { get; init; } = "";

    /// <summary>Most connections at once, 1 to 64; default 8. Also the most copies that a crash can add.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>Most messages per minute over all connections, 0 to 100000; default 0: no limit.</summary>
    public int MessagesPerMinute { get; init; }

    /// <summary>Seconds to wait for the connection and its TLS handshake; default 30.</summary>
    public int ConnectTimeoutSeconds { get; init; } = 30;

    /// <summary>Seconds to wait for a reply or for a block of content to leave; default 300 (RFC 5321 §4.5.3.2).</summary>
    public int CommandTimeoutSeconds { get; init; } = 300;

    /// <summary>Seconds to wait for the reply to the final dot; default 600 (RFC 5321 §4.5.3.2.6). Shorter means more messages of unknown outcome.</summary>
    public int FinalDotTimeoutSeconds { get; init; } = 600;

    /// <summary>The domain that Message-IDs get.</summary>
    public string EffectiveMessageIdDomain => MessageIdDomain.Length > 0 ? MessageIdDomain : DomainOf(From);

    /// <summary>Every setting that cannot be used; empty when all is well.</summary>
    public IReadOnlyList<SettingProblem> Validate()
    {
        SettingProblem?[] problems =
        [
            Unless(Transport is "File" or "Smtp" or "MailKit", nameof(Transport), Transport, "File, Smtp, MailKit"),
            Unless(MailAddresses.IsValid(From), nameof(From), From, "one address such as vanthu@tinhuy.example.vn"),
            Unless(!FromName.Any(char.IsControl), nameof(FromName), "(has a control character)", "one line of text"),
            Unless(IsDomainOrNothing(MessageIdDomain), nameof(MessageIdDomain), MessageIdDomain, "a domain name, or nothing"),
            UnlessBetween(1, 64, Connections, nameof(Connections)),
            UnlessBetween(0, 100_000, MessagesPerMinute, nameof(MessagesPerMinute)),
            .. Transport == "File" ? [Unless(Folder.Length > 0, nameof(Folder), Folder, "a folder")] : ServerProblems(),
        ];
        return [.. problems.OfType<SettingProblem>()];
    }

    /// <summary>The settings without the password, so that writing them somewhere shows no secret.</summary>
    public override string ToString() => $"{Transport} {Host}:{Port} {Security} from {From}, {Connections} connections, password {(Password.Length > 0 ? "set" : "not set")}";

    internal byte[]? PinnedFingerprint
    {
        get
        {
            var digits = CertificateSha256.Replace(":", "", StringComparison.Ordinal).Trim();
            return digits.Length == 64 && digits.All(char.IsAsciiHexDigit) ? Convert.FromHexString(digits) : null;
        }
    }

    internal string EffectiveHeloName
    {
        get
        {
            if (HeloName.Length > 0)
            {
                return HeloName;
            }

            var machine = System.Net.Dns.GetHostName();
            return MailAddresses.IsValidDomain(machine) ? machine : DomainOf(From);
        }
    }

    private SettingProblem?[] ServerProblems() =>
    [
        Unless(Host.Length > 0 && !Host.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)), nameof(Host), Host, "name or address of the mail server"),
        UnlessBetween(1, 65_535, Port, nameof(Port)),
        Unless(Security is "StartTls" or "StartTlsWhenAvailable" or "Tls" or "None", nameof(Security), Security, "StartTls, StartTlsWhenAvailable, Tls, None"),
        Unless(CertificateSha256.Length == 0 || PinnedFingerprint is not null, nameof(CertificateSha256), CertificateSha256, "64 hexadecimal digits, or nothing"),
        Unless(UserName.Length == 0 || Security != "None", nameof(UserName), UserName, "no user when Mail:Security is None: a password is sent over TLS only"),
        Unless(!UserName.Contains('\0'), nameof(UserName), "(has a NUL)", "text without NUL"),
        Unless(UserName.Length > 0 || Password.Length == 0, nameof(Password), "(set)", "no password without Mail:UserName"),
        Unless(!Password.Contains('\0'), nameof(Password), "(has a NUL)", "text without NUL"),
        Unless(IsDomainOrNothing(HeloName), nameof(HeloName), HeloName, "a domain name, or nothing"),
        UnlessBetween(1, 600, ConnectTimeoutSeconds, nameof(ConnectTimeoutSeconds)),
        UnlessBetween(1, 3_600, CommandTimeoutSeconds, nameof(CommandTimeoutSeconds)),
        UnlessBetween(1, 3_600, FinalDotTimeoutSeconds, nameof(FinalDotTimeoutSeconds)),
    ];

    private static SettingProblem? Unless(bool good, string key, string value, string allowed) =>
        good ? null : new SettingProblem($"{Section}:{key}", value, allowed);

    private static SettingProblem? UnlessBetween(int least, int most, int value, string key) =>
        Unless(value >= least && value <= most, key, value.ToString(CultureInfo.InvariantCulture), $"{least} to {most}");

    private static bool IsDomainOrNothing(string domain) => domain.Length == 0 || MailAddresses.IsValidDomain(domain);

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
