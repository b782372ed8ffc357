using System.Globalization;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Directory.Changes;

/// <summary>The contacts of a unit as columns of its row: <c>contact1_name</c>, <c>contact1_position</c>, <c>contact1_email</c>, <c>contact1_phone</c> …</summary>
internal static class ContactRows
{
    public const int Most = 9;
    private const int LongestName = 120;
    private const int LongestPhone = 40;
    private static readonly string[] Parts = ["name", "position", "email", "phone"];

    public static IEnumerable<string> ColumnsOf(int order) => Parts.Select(part => Column(order, part));

    public static void Write(Unit unit, Dictionary<string, string> row)
    {
        for (var order = 1; order <= Math.Max(UnitRows.UsualContacts, unit.Contacts.Select(contact => contact.Order).DefaultIfEmpty().Max()); order++)
        {
            var contact = unit.Contacts.Find(one => one.Order == order);
            row[Column(order, "name")] = contact?.Name ?? "";
            row[Column(order, "position")] = contact?.Position ?? "";
            row[Column(order, "email")] = contact?.Email ?? "";
            row[Column(order, "phone")] = contact?.Phone ?? "";
        }
    }

    public static void Put(DirectoryContent content, RowReader row, Unit unit)
    {
        for (var order = 1; order <= Most; order++)
        {
            if (ColumnsOf(order).Any(row.Has))
            {
                Put(content, row, unit, order);
            }
        }
    }

    private static void Put(DirectoryContent content, RowReader row, Unit unit, int order)
    {
        var contact = unit.Contacts.Find(one => one.Order == order);
        string Wanted(string part, string? now) => row.Has(Column(order, part)) ? row.Raw(Column(order, part)) : now ?? "";
        if (Parts.All(part => Wanted(part, contact is null ? null : "kept").Length == 0))
        {
            unit.Contacts.RemoveAll(one => one.Order == order);
            return;
        }

        var name = row.Has(Column(order, "name")) ? row.Text(Column(order, "name"), LongestName, required: true) : contact?.Name;
        var position = row.Has(Column(order, "position")) ? row.Text(Column(order, "position"), LongestName, required: true) : contact?.Position;
        var phone = row.Has(Column(order, "phone")) ? row.Text(Column(order, "phone"), LongestPhone) : contact?.Phone;
        var email = Wanted("email", contact?.Email);
        if (!MailAddresses.IsValid(email))
        {
            row.Problem($"Cột {Column(order, "email")}: “{email}” không phải là địa chỉ thư.", $"Column {Column(order, "email")}: “{email}” is no mail address.");
            return;
        }

        if (name is null || position is null)
        {
            row.Problem($"Đầu mối {order} cần có tên và chức vụ.", $"Contact {order} needs a name and a position.");
            return;
        }

        Set(content, unit, contact, new UnitContact { Order = order, Name = name, Position = position, Email = Lower(email), Phone = phone });
    }

    private static void Set(DirectoryContent content, Unit unit, UnitContact? contact, UnitContact wanted)
    {
        if (contact is null)
        {
            contact = new UnitContact { Id = content.NewId(), UnitId = unit.Id, Order = wanted.Order, Name = "", Position = "", Email = "" };
            unit.Contacts.Add(contact);
        }

        if ((contact.Name, contact.Position, contact.Email, contact.Phone) != (wanted.Name, wanted.Position, wanted.Email, wanted.Phone))
        {
            (contact.Name, contact.Position, contact.Email, contact.Phone) = (wanted.Name, wanted.Position, wanted.Email, wanted.Phone);
            contact.UpdatedAt = content.Now;
        }
    }

    private static string Column(int order, string part) => $"contact{order.ToString(CultureInfo.InvariantCulture)}_{part}";

#pragma warning disable CA1308 // Addresses are kept in lower case, as UnitContact says.
    private static string Lower(string email) => email.ToLowerInvariant();
#pragma warning restore CA1308
}
