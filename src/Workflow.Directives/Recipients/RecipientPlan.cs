using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Recipients;

/// <summary>One printed line and the units it means.</summary>
/// <param name="Line">Line in the text, from 1.</param>
/// <param name="Text">As printed, without list mark and terminator.</param>
/// <param name="Addressee">Whether it stands under Kính gửi, not Nơi nhận.</param>
/// <param name="Purpose">Why it is on the list.</param>
/// <param name="Resolution">What the directory makes of it.</param>
/// <param name="Settlement">What a clerk made of it, or null.</param>
/// <param name="Units">The units it means in the end.</param>
public sealed record PlannedLine(
    int Line, string Text, bool Addressee, RecipientPurpose Purpose, LineResolution Resolution, RecipientSettlement? Settlement,
    IReadOnlyList<ResolvedUnit> Units)
{
    /// <summary>Whether nothing about the line is open.</summary>
    public bool Settled => Resolution.Clear || Settlement is not null;
}

/// <summary>Everything a text's Kính gửi and Nơi nhận mean on a day.</summary>
/// <param name="Lines">Each line in order.</param>
/// <param name="Recipients">Each unit once, with all lines that name it.</param>
/// <param name="Directory">The directory they were looked up in.</param>
/// <param name="Day">The day they are meant on.</param>
public sealed record RecipientPlan(
    IReadOnlyList<PlannedLine> Lines, IReadOnlyList<MergedRecipient> Recipients, DirectorySnapshot Directory, DateOnly Day)
{
    /// <summary>Units of the list that have no mailbox.</summary>
    public IReadOnlySet<Guid> Unreachable { get; } =
        Recipients.Select(one => one.UnitId).Where(id => Directory.Find(id) is not { Contacts.Count: > 0 }).ToHashSet();

    /// <summary>SHA-256 over the units in their order, lower-case hexadecimal: tells whether two people look at the same list.</summary>
    public string Hash => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Recipients.Select(recipient => recipient.UnitId)))));

    /// <summary>Lines a clerk still has to settle.</summary>
    public int Unsettled => Lines.Count(line => !line.Settled);

    /// <summary>Units of a line that an earlier line names already; each of them still gets one notice.</summary>
    /// <param name="line">A line of this plan.</param>
    public int AlreadyNamed(PlannedLine line) => line.Settled && !line.Resolution.BackReference
        ? Lines.TakeWhile(earlier => earlier != line).SelectMany(earlier => earlier.Units).Select(unit => unit.UnitId)
            .Intersect(line.Units.Select(unit => unit.UnitId)).Count()
        : 0;

    /// <summary>Reads the lines of a text and resolves them on a day, with what clerks have settled.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directiveId">Whose settlements apply; null for a text that is no directive yet.</param>
    /// <param name="document">The document as read.</param>
    /// <param name="at">The day, Asia/Ho_Chi_Minh.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<RecipientPlan> MakeAsync(
        WorkflowDb db, Guid? directiveId, DirectiveDocument document, DateOnly at, CancellationToken ct)
    {
        var snapshot = await DirectorySnapshot.LoadAsync(db, ct);
        var settled = await db.Set<RecipientSettlement>().AsNoTracking()
            .Where(settlement => settlement.DirectiveId == directiveId)
            .ToDictionaryAsync(settlement => settlement.LineText, ct);
        return Make(document, snapshot, at, settled);
    }

    /// <summary>What the lines mean once a line is settled, or settled anew.</summary>
    /// <param name="document">The document of this plan.</param>
    /// <param name="settlement">The settlement.</param>
    internal RecipientPlan Settled(DirectiveDocument document, RecipientSettlement settlement)
    {
        var settled = Lines.Select(line => line.Settlement).OfType<RecipientSettlement>().DistinctBy(one => one.LineText)
            .ToDictionary(one => one.LineText);
        settled[settlement.LineText] = settlement;
        return Make(document, Directory, Day, settled);
    }

    private static RecipientPlan Make(
        DirectiveDocument document, DirectorySnapshot snapshot, DateOnly at, Dictionary<string, RecipientSettlement> settled)
    {
        var addressed = RecipientText.AddresseesOf(document);
        var addressees = addressed
            .Select(line => Plan(snapshot, line, true, RecipientPurpose.Unspecified, [], at, settled))
            .ToList();
        var lines = document.Recipients
            .Select(line => Plan(snapshot, new RecipientText(line.Line, line.Text, line.Note), false, line.Purpose, addressed, at, settled))
            .Select(line => line.Resolution.BackReference && addressees.Count > 0 ? AsAddressed(line, addressees) : line);
        PlannedLine[] all = [.. addressees, .. lines];
        return new RecipientPlan(all, MergedRecipient.Of(all.SelectMany(line => line.Units)), snapshot, at);
    }

    private static PlannedLine Plan(
        DirectorySnapshot snapshot, RecipientText line, bool addressee, RecipientPurpose purpose, IReadOnlyList<RecipientText> addressees, DateOnly at,
        Dictionary<string, RecipientSettlement> settled)
    {
        var resolution = RecipientResolver.Resolve(snapshot, line, at, addressees);
        var settlement = settled.GetValueOrDefault(line.Text);
        var units = settlement is null
            ? resolution.Units
            : [.. resolution.Units.Concat(settlement.UnitIds.Select(id => new ResolvedUnit(id, snapshot.Find(id)?.Name ?? "?", line.Text)))
                .DistinctBy(unit => unit.UnitId)];
        return new PlannedLine(line.Line, line.Text, addressee, purpose, resolution, settlement, units);
    }

    // "Như trên" means exactly what the lines of Kính gửi mean; what is doubtful there is settled there.
    private static PlannedLine AsAddressed(PlannedLine line, List<PlannedLine> addressees) => line with
    {
        Resolution = line.Resolution with { Problems = [], Suggestions = [] },
        Units = [.. addressees.SelectMany(addressee => addressee.Units).DistinctBy(unit => unit.UnitId)
            .Select(unit => unit with { Reason = line.Text })],
    };
}
