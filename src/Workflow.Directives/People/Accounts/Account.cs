using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>
/// What a person proves himself with: password, codes of an authenticator, passkeys. Its <see cref="IdentityUser{TKey}.Id"/> is the person's, and the
/// name to sign in with is <see cref="Person.Email"/>; Identity's own name, address and lock-out columns are not kept, so nothing is written down twice.
/// A person without an account cannot sign in by himself until an administrator lets him in.
/// </summary>
public sealed class Account : IdentityUser<Guid>, IVersioned
{
    /// <summary>When the password was last set, UTC; null while there is none.</summary>
    public DateTime? PasswordSetAt { get; set; }

    /// <summary>Whether the password is too short to stand alone, so that the authenticator may not be given up.</summary>
    public bool NeedsSecondFactor { get; set; }

    /// <summary>Secret shared with the person's authenticator (RFC 6238), protected; null while none is enrolled.</summary>
    public string? AuthenticatorSeed { get; set; }

    /// <summary>Time step of the last code that was taken; a code of this step or an earlier one is refused (RFC 6238 section 5.2).</summary>
    public long LastCodeStep { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }
}

internal sealed class AccountTables :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>, IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    // WebAuthn Level 3 section 5.1: a credential id has at most 1,023 bytes.
    private const int LongestCredential = 1_023;

    private const int LongestName = 500;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasOne<Person>().WithOne().HasForeignKey<Account>(account => account.Id).OnDelete(DeleteBehavior.Restrict);
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.Version).IsConcurrencyToken();
        builder.Ignore(account => account.UserName).Ignore(account => account.NormalizedUserName);
        builder.Ignore(account => account.Email).Ignore(account => account.NormalizedEmail).Ignore(account => account.EmailConfirmed);
        builder.Ignore(account => account.PhoneNumber).Ignore(account => account.PhoneNumberConfirmed);
        builder.Ignore(account => account.LockoutEnd).Ignore(account => account.LockoutEnabled).Ignore(account => account.AccessFailedCount);
        builder.Ignore(account => account.TwoFactorEnabled).Ignore(account => account.ConcurrencyStamp);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("Passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(LongestCredential);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<Account>().WithMany().HasForeignKey(passkey => passkey.UserId);
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("AccountLogins");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
        builder.Property(login => login.LoginProvider).HasMaxLength(LongestName);
        builder.Property(login => login.ProviderKey).HasMaxLength(LongestName);
        builder.HasOne<Account>().WithMany().HasForeignKey(login => login.UserId);
    }
}
