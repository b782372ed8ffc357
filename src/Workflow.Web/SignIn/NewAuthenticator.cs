using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using QRCoder;
using Workflow.Directives;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>A secret as it is shown for an authenticator to take.</summary>
/// <param name="Ticket">Brings the secret back with the first code; nothing is kept before that.</param>
/// <param name="Key">The secret to be typed, in groups.</param>
/// <param name="Picture">Outline of the QR code's dark squares, as an SVG path.</param>
/// <param name="Size">Squares on a side, with the quiet zone.</param>
internal sealed record ShownSeed(string Ticket, string Key, string Picture, int Size);

/// <summary>Makes secrets for authenticators and takes the first code of one.</summary>
internal sealed class NewAuthenticator(SignInProofs proofs, OfficeSettings office, IDataProtectionProvider protection, TimeProvider time)
{
    private const int GroupLength = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("Accounts.NewAuthenticator").ToTimeLimitedDataProtector();

    /// <summary>A new secret for a person.</summary>
    public ShownSeed Make(Actor actor, string email)
    {
        var seed = RandomNumberGenerator.GetBytes(TimeCode.SeedBytes);
        return Show(seed, tickets.Protect($"{actor.PersonId} {Convert.ToBase64String(seed)}", Patience), email);
    }

    /// <summary>The same secret once more, after a wrong code; null when it took too long.</summary>
    public ShownSeed? Again(Actor actor, string email, string? ticket) => Open(actor, ticket) is { } seed ? Show(seed, ticket!, email) : null;

    /// <summary>The secret, protected, and the step of its first code; null when the code is not of it.</summary>
    public (string Seed, long Step)? Confirm(Actor actor, string? ticket, string? code) =>
        Open(actor, ticket) is { } seed && TimeCode.Match(seed, code, time.GetUtcNow().UtcDateTime, 0) is { } step ? (proofs.Protect(seed), step) : null;

    private byte[]? Open(Actor actor, string? ticket)
    {
        try
        {
            return ticket is { Length: > 0 and < 1_000 } && tickets.Unprotect(ticket).Split(' ') is [var person, var seed] && person == actor.PersonId.ToString()
                ? Convert.FromBase64String(seed)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ShownSeed Show(byte[] seed, string ticket, string email)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(TimeCode.Link(seed, office.Issuer, email), QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix.Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        var key = string.Join(' ', TimeCode.Text(seed).Chunk(GroupLength).Select(part => new string(part)));
        return new ShownSeed(ticket, key, path.ToString(), code.ModuleMatrix.Count);
    }
}
