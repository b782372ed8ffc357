using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;

namespace Workflow.Directives.Evidence;

using Acknowledgment = Workflow.Directives.Acknowledgment.Acknowledgment;

/// <summary>
/// What an office hands over when somebody asks, years later, whether a unit got a directive: the sealed paper, the notices and what the
/// mail servers answered, the receipts, the record of acts, a SHA-256 of each, and a page that says how to check all of it without this
/// program. Secrets in links are starred; the SHA-256 of the message as it was sent stands beside it.
/// </summary>
/// <param name="db">The store.</param>
/// <param name="files">The papers.</param>
/// <param name="office">The office.</param>
/// <param name="time">The clock.</param>
public sealed class EvidencePack(WorkflowDb db, FileStore files, OfficeSettings office, TimeProvider time)
{
    private const string Minute = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // Of the whole record, what concerns the document itself; other units' answers are not a unit's business.
    private static readonly string[] DocumentActs = ["signature.given", "number.given", "seal.applied", "directive.issued"];

    /// <summary>The pack of a whole directive, every unit in it.</summary>
    /// <param name="directiveId">An issued directive; the caller has checked that the reader may see all of it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A ZIP file, or the refusal when it is not issued or its paper is damaged.</returns>
    public Task<Result<EvidenceFile>> OfDirectiveAsync(Guid directiveId, CancellationToken ct) => MakeAsync(directiveId, null, ct);

    /// <summary>The pack of one unit's copy: nothing of any other unit.</summary>
    /// <param name="deliveryId">The copy; the caller has checked that the reader may see it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A ZIP file, or the refusal.</returns>
    public async Task<Result<EvidenceFile>> OfDeliveryAsync(Guid deliveryId, CancellationToken ct) =>
        await db.Set<Delivery>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == deliveryId, ct) is { } delivery
            ? await MakeAsync(delivery.DirectiveId, delivery, ct)
            : Refusals.NotVisible;

    private async Task<Result<EvidenceFile>> MakeAsync(Guid directiveId, Delivery? only, CancellationToken ct)
    {
        var issuance = await db.Set<Issuance>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == directiveId, ct);
        var paper = await db.FinalPaperAsync(directiveId, ct);
        if (issuance is null || paper is null)
        {
            return EvidenceRefusals.NotIssued;
        }

        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleAsync(one => one.DirectiveId == directiveId && one.VoidedAt == null, ct);
        byte[] pdf;
        try
        {
            pdf = await files.ReadAsync(paper.Hash, ct);
        }
        catch (DamagedFileException damaged)
        {
            return EvidenceRefusals.PaperDamaged(number.Symbol, damaged);
        }

        var name = FileNames.Of(number.Symbol);
        var deliveries = only is null
            ? await db.Set<Delivery>().AsNoTracking().Where(one => one.DirectiveId == directiveId).OrderBy(one => one.Order).ToListAsync(ct)
            : [only];
        var parts = new List<(string Path, byte[] Content)> { ($"van-ban/{name}.pdf", pdf) };
        parts.AddRange(await NoticesAsync(deliveries, ct));
        parts.Add(("xac-nhan.csv", await ReceiptsAsync(deliveries, ct)));
        parts.Add(("nhat-ky.csv", await RecordAsync(directiveId, only is not null, ct)));
        var facts = new EvidenceFacts(
            await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == directiveId, ct), number, paper,
            await db.Set<Signature>().AsNoTracking().SingleAsync(one => one.Id == paper.SignatureId, ct), issuance,
            only?.UnitName, deliveries.Count, office.PublicOrigin, time.GetUtcNow().UtcDateTime);
        return new EvidenceFile(only is null ? $"chung-cu-{name}.zip" : $"chung-cu-{name}-{only.Order:000}.zip", EvidenceZip.Write(facts, parts));
    }

    private async Task<IEnumerable<(string Path, byte[] Content)>> NoticesAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        var units = deliveries.ToDictionary(one => one.Id);
        var ids = units.Keys.ToArray();
        var messages = await db.Set<OutboxMessage>().AsNoTracking()
            .Where(one => one.DeliveryId != null && ids.Contains(one.DeliveryId.Value)).OrderBy(one => one.CreatedAt).ToListAsync(ct);
        var rows = messages.Select(one => (IEnumerable<string>)
        [
            one.MessageId, units[one.DeliveryId!.Value].UnitName, one.Purpose, one.ToAddress, $"{one.State}", one.CreatedAt.ToString(Minute, CultureInfo.InvariantCulture),
            one.SentAt?.ToString(Minute, CultureInfo.InvariantCulture) ?? "", $"{one.Attempts}", $"{one.UnknownOutcomes}", one.LastReply ?? "",
            FileStore.HashOf(one.Content),
        ]);
        string[] head = ["Message-ID", "Đơn vị", "Mục đích", "Địa chỉ", "Trạng thái", "Lập lúc (UTC)", "Máy chủ nhận lúc (UTC)", "Số lần gửi", "Số lần không rõ kết quả", "Trả lời cuối của máy chủ", "SHA-256 của thư đã gửi"];
        return messages
            .Select(one => ($"thong-bao/{units[one.DeliveryId!.Value].Order:000}-{one.Purpose}.txt", EvidenceZip.Readable(one)))
            .Append(("may-chu-thu.csv", EvidenceZip.Table(head, rows)));
    }

    private async Task<byte[]> ReceiptsAsync(IReadOnlyList<Delivery> deliveries, CancellationToken ct)
    {
        var ids = deliveries.Select(one => one.Id).ToArray();
        var receipts = await db.Set<Acknowledgment>().AsNoTracking().Where(one => ids.Contains(one.DeliveryId)).ToDictionaryAsync(one => one.DeliveryId, ct);
        var refusals = await db.Set<ReceiptRefusal>().AsNoTracking().Where(one => ids.Contains(one.DeliveryId)).ToDictionaryAsync(one => one.DeliveryId, ct);
        string[] head = ["Thứ tự", "Đơn vị", "Trạng thái", "Hạn xác nhận (UTC)", "Người xác nhận", "Chức vụ", "Số đến", "Xác nhận lúc (UTC)", "Muộn", "Hình thức", "Căn cứ hoặc lý do"];
        return EvidenceZip.Table(head, deliveries.Select(one =>
        {
            var (receipt, refusal) = (receipts.GetValueOrDefault(one.Id), refusals.GetValueOrDefault(one.Id));
            return (IEnumerable<string>)
            [
                $"{one.Order}", one.UnitName, $"{one.Status}", one.DueAt.ToString(Minute, CultureInfo.InvariantCulture),
                receipt?.Name ?? refusal?.Name ?? "", receipt?.Position ?? refusal?.Position ?? "", receipt?.ArrivalNumber ?? "",
                (receipt?.At ?? refusal?.At)?.ToString(Minute, CultureInfo.InvariantCulture) ?? "", receipt is null ? "" : receipt.Late ? "x" : "",
                receipt is null ? "" : $"{receipt.Evidence}", receipt?.Basis ?? refusal?.Reason ?? one.ExcusedBecause ?? "",
            ];
        }));
    }

    private async Task<byte[]> RecordAsync(Guid directiveId, bool documentOnly, CancellationToken ct)
    {
        var entries = await db.Set<AuditEntry>().AsNoTracking()
            .Where(one => one.DirectiveId == directiveId && (!documentOnly || DocumentActs.Contains(one.Act))).OrderBy(one => one.Seq).ToListAsync(ct);
        string[] head = ["Thứ tự", "Lúc (UTC)", "Người", "Tư cách", "Việc", "Chi tiết", "SHA-256 nội dung"];
        return EvidenceZip.Table(head, entries.Select(one => (IEnumerable<string>)
        [
            $"{one.Seq}", one.At.ToString(Minute, CultureInfo.InvariantCulture), one.ActorName, one.Capacity, one.Act, one.Detail ?? "", one.ContentHash ?? "",
        ]));
    }
}

/// <summary>A pack to hand over.</summary>
/// <param name="Name">File name, ASCII.</param>
/// <param name="Content">The ZIP file.</param>
public sealed record EvidenceFile(string Name, byte[] Content);
