namespace Workflow.Directives.People.Roles;

/// <summary>Refusals about people and their roles.</summary>
public static class RoleRefusals
{
    /// <summary>Nobody changes his own roles or account.</summary>
    public static Refusal Own { get; } = new(
        RefusalKind.NotAllowed,
        "role.own",
        "Không ai tự thay đổi quyền hoặc tài khoản của chính mình. Một quản trị khác phải làm việc này.",
        "Nobody changes his own roles or account. Another administrator has to.");

    /// <summary>The administrator and the auditor hold no other role.</summary>
    public static Refusal Alone { get; } = new(
        RefusalKind.Conflict,
        "role.alone",
        "Quản trị và kiểm toán không giữ thêm chức trách nghiệp vụ nào. Hãy thu quyền kia trước.",
        "An administrator or auditor holds no other role. Take the other role away first.");

    /// <summary>Somebody must be able to administer.</summary>
    public static Refusal LastAdministrator { get; } = new(
        RefusalKind.Conflict,
        "role.last-administrator",
        "Đây là quản trị cuối cùng đang hoạt động. Hãy cấp quyền quản trị cho người khác trước.",
        "This is the last administrator with an open account. Make another one first.");

    /// <summary>Nothing would change.</summary>
    public static Refusal Nothing { get; } = new(
        RefusalKind.Conflict,
        "role.nothing",
        "Không có gì thay đổi: người này đã giữ hoặc không giữ quyền này, tài khoản đã ở trạng thái này, hoặc đã có đề nghị đang chờ.",
        "Nothing would change: the person holds or does not hold the role already, the account is so already, or a proposal is waiting.");

    /// <summary>The last day is past.</summary>
    public static Refusal Day { get; } = new(
        RefusalKind.Invalid, "role.day", "Ngày hết hạn của quyền không được trước hôm nay.", "The last day of a role cannot be before today.");

    /// <summary>The address or the unit is wrong.</summary>
    public static Refusal Person { get; } = new(
        RefusalKind.Invalid,
        "person.field",
        "Địa chỉ thư không đúng hoặc đã có người dùng, hoặc đơn vị không có trong danh bạ.",
        "The e-mail address is wrong or in use, or the unit is not in the directory.");
}
