using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>How often a proof of identity failed, for one key: an account, an address, or an account from an address. Says nothing to whoever reads it.</summary>
public sealed class SignInTry : IVersioned
{
    /// <summary>SHA-256 of what is counted, cut to 128 bits, lower-case hexadecimal.</summary>
    public required string Key { get; init; }

    /// <summary>Tries since the last that succeeded.</summary>
    public required int Failures { get; set; }

    /// <summary>When the last was, UTC.</summary>
    public required DateTime LastAt { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>Where a try comes from.</summary>
/// <param name="Address">Network address, without port; an IPv6 address counts with its whole /64.</param>
/// <param name="Device">Id of a device from which the account was entered before; null for any other.</param>
public sealed record TryOrigin(string Address, string? Device);

/// <summary>The keys under which a try is counted.</summary>
/// <param name="Account">All tries at the account.</param>
/// <param name="Pair">Those at the account from this device, or from this address.</param>
/// <param name="Address">Those from this address at any account; null for a known device.</param>
internal sealed record TryKeys(string Account, string Pair, string? Address)
{
    private const int Hexadecimals = 32;

    public static TryKeys Of(string account, TryOrigin from) => new(
        Hashed("account", account),
        from.Device is { } device ? Hashed("device", device, account) : Hashed("pair", from.Address, account),
        from.Device is null ? Hashed("address", from.Address) : null);

    public string[] All => Address is { } address ? [Account, Pair, address] : [Account, Pair];

    private static string Hashed(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Hexadecimals];
}

internal sealed class SignInTryTable : IEntityTypeConfiguration<SignInTry>
{
    public void Configure(EntityTypeBuilder<SignInTry> builder)
    {
        builder.ToTable("SignInTries");
        builder.HasKey(one => one.Key);
        builder.HasIndex(one => one.LastAt);
        builder.Property(one => one.Version).IsConcurrencyToken();
    }
}
