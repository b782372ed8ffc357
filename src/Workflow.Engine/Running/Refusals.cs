using System.Globalization;

namespace Workflow.Engine;

internal static class Refusals
{
    internal static EngineRefusal BookmarkGone(string bookmarkId) => new(
        "bookmark.gone",
        "Việc này đã được xử lý hoặc không còn chờ xử lý nữa.",
        $"This was already dealt with or is no longer waited for (\"{bookmarkId}\").",
        []);

    internal static EngineRefusal DefinitionMismatch(WorkflowDefinition d, WorkflowState s) => new(
        "definition.mismatch",
        $"Quy trình đang chạy theo \"{s.DefinitionId}\" phiên bản {s.Version}, không khớp với nội dung quy trình được nạp.",
        $"The instance runs \"{s.DefinitionId}\" version {s.Version} with hash {s.DefinitionHash}, not \"{d.DefinitionId}\" version {d.Version} with hash {d.Hash}.",
        []);

    internal static EngineRefusal InstanceOver(InstanceStatus status) => new(
        "instance.over",
        status switch
        {
            InstanceStatus.Finished => "Quy trình đã kết thúc.",
            InstanceStatus.Cancelled => "Quy trình đã bị hủy.",
            _ => "Quy trình đã dừng vì lỗi, cần người quản trị xử lý.",
        },
        $"The instance is over: {status}.",
        []);

    internal static EngineRefusal EventNotAwaited(string eventName) => new(
        "event.not-awaited",
        $"Không có bước nào đang chờ sự kiện \"{eventName}\".",
        $"Nothing waits for the event \"{eventName}\".",
        []);

    internal static EngineRefusal TimerNotDue(Bookmark bookmark) => new(
        "timer.not-due",
        "Chưa đến hạn.",
        string.Create(CultureInfo.InvariantCulture, $"The timer \"{bookmark.Name}\" is due at {bookmark.DueAt:O}, not before."),
        []);

    internal static EngineRefusal GuardUnmet(List<Guard> unmet) => new(
        "guard.unmet",
        string.Join(' ', unmet.Select(g => g.Vietnamese)),
        string.Join(' ', unmet.Select(g => g.English)),
        unmet);

    internal static EngineRefusal GuardUnreadable(ValueFault fault) => new(
        fault.Code,
        "Không đọc được dữ liệu cần để kiểm tra bước này; người quản trị cần xem lại quy trình.",
        fault.Message,
        []);
}
