using System.Collections.Frozen;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Directory;

/// <summary>A short form of recipient lists and the words it stands for: "ĐUTT" is "đảng ủy trực thuộc".</summary>
public sealed class Abbreviation
{
    /// <summary>Longest short form, in characters.</summary>
    public const int ShortLength = 20;

    /// <summary>
    /// Key: the short form, NFC, without blanks. Compared letter by letter, capitals included, because "TU" is Tỉnh ủy while "tu" is a syllable.
    /// </summary>
    public required string Short { get; init; }

    /// <summary>The words, NFC. At most 200 characters.</summary>
    public required string Words { get; set; }
}

/// <summary>The abbreviations of a directory, ready for cutting lines.</summary>
internal sealed class Abbreviations
{
    private readonly FrozenDictionary<string, string[]> folded;

    private Abbreviations(IEnumerable<KeyValuePair<string, string>> all) =>
        folded = all.ToFrozenDictionary(
            one => one.Key.Normalize(NormalizationForm.FormC), one => RecipientWords.FoldAll(one.Value.Normalize(NormalizationForm.FormC)), StringComparer.Ordinal);

    /// <summary>The standard set.</summary>
    public static Abbreviations Standard { get; } = new(StandardAbbreviations.All);

    /// <summary>The set of a directory.</summary>
    public static Abbreviations Of(IEnumerable<Abbreviation> all) => new(all.Select(one => KeyValuePair.Create(one.Short, one.Words)));

    /// <summary>The folded words an abbreviation stands for, or null.</summary>
    public string[]? Expand(string token) => folded.GetValueOrDefault(token);
}

internal sealed class AbbreviationMapping : IEntityTypeConfiguration<Abbreviation>
{
    public void Configure(EntityTypeBuilder<Abbreviation> builder)
    {
        builder.ToTable("Abbreviations");
        builder.HasKey(one => one.Short);
        builder.Property(one => one.Short).HasMaxLength(Abbreviation.ShortLength);
        builder.Property(one => one.Words).HasMaxLength(Field.NameLength);
        builder.HasData(StandardAbbreviations.All.Select(one => new Abbreviation { Short = one.Key, Words = one.Value }));
    }
}
