using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Workflow.Browser.Tests;

/// <summary>The main job through the pages: a clerk drafts, the right people decide, a unit acknowledges, the office sees it.</summary>
[Collection("browser")]
public sealed partial class MainJobTests
{
    private const string Drafter = "Lý Thị Mỷ";
    internal const string Registry = "Lưu Thị Nhài";

    // As the pages of the sample tell it.
    private const string Pin = "nam-binh-2026";
    private const string Password = "tinh-uy-nam-binh-2026";
    private const string Receiver = "Bàn Thị Pham";

    internal const string Letter = """
        TỈNH ỦY NAM BÌNH
        *
        Số      -CV/TU
        V/v kiểm tra công tác phòng, chống thiên tai

        ĐẢNG CỘNG SẢN VIỆT NAM
        Nam Bình, ngày      tháng      năm

        Kính gửi:
        - Đảng ủy xã An Lộc;
        - Sở Y tế.

        Ban Thường vụ Tỉnh ủy yêu cầu các cơ quan, đơn vị thực hiện một số nội dung sau:

        1. Rà soát phương án ứng phó, bố trí lực lượng trực ban, chuẩn bị vật tư tại chỗ.

        2. Kiểm tra các hồ chứa, đê kè xung yếu; báo cáo Thường trực Tỉnh ủy (qua Văn phòng Tỉnh ủy) kết quả thực hiện.

        Nơi nhận:
        - Như trên;
        - Công an tỉnh;
        - Lưu Văn phòng Tỉnh ủy.

        T/M BAN THƯỜNG VỤ
        BÍ THƯ

        Nguyễn Khải Định
        """;

    [BrowserFact]
    public async Task Letter_DraftedToAcknowledged_ByClicks()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var screens = await Screens.OpenAsync(program.Address);

        var directive = await ToIssuedAsync(screens, Letter);
        var registry = await screens.SignInAsync(Registry);
        var link = await LinkAsync(registry, program);
        await AcknowledgeAsync(screens, link);

        await registry.GotoAsync($"{directive}?tab=board");
        var row = registry.GetByRole(AriaRole.Row).Filter(new() { HasText = Receiver });
        await Expect(row).ToContainTextAsync("Đảng ủy xã An Lộc");
        await Expect(row).ToContainTextAsync("27");
        await Expect(registry.GetByText("1/3").First).ToBeVisibleAsync();
        await Screens.PictureAsync(registry, "9-board");
        Assert.Empty(screens.Complaints);
    }

    /// <summary>Takes a letter from the draft to its issue.</summary>
    internal static async Task<string> ToIssuedAsync(Screens screens, string letter)
    {
        var directive = await DraftAsync(screens, letter);
        await DecideAsync(screens, "Phan Ngọc Bội", "ActOn.unit-head");
        await DecideAsync(screens, Registry, "ActOn.form");
        await DecideAsync(screens, "Đỗ Thị Thùy Dương", "ActOn.chief");
        await SignAsync(screens, directive);
        await IssueAsync(screens);
        return directive;
    }

    internal static async Task<string> DraftAsync(Screens screens, string letter)
    {
        var page = await screens.SignInAsync(Drafter);
        await page.GetByRole(AriaRole.Link, new() { Name = Words.Of("Drafting.New") }).First.ClickAsync();
        await Screens.PictureAsync(page, "1-new");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = LetterTile() }).ClickAsync();
        await page.GetByLabel(Words.Of("Drafting.Text"), new() { Exact = false }).First.FillAsync(letter);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of("Drafting.Save"), Exact = true }).ClickAsync();
        await SaysAsync(page, Words.Of("Drafting.Saved"));
        await Screens.PictureAsync(page, "2-draft");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of("Drafting.Submit"), Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Words.Of("Drafting.Submit"), Exact = true }).ClickAsync();
        await SaysAsync(page, Words.Of("Drafting.Submitted"));
        await Screens.PictureAsync(page, "3-submitted");
        return DirectivePath().Match(page.Url).Value;
    }

    private static async Task DecideAsync(Screens screens, string person, string act)
    {
        var page = await screens.SignInAsync(person);
        await Screens.PictureAsync(page, $"4-{act}");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of(act) }).ClickAsync();
        await SaysAsync(page, Words.Of("Approval.Done"));
    }

    private static async Task SignAsync(Screens screens, string directive)
    {
        // The Secretary signs on a phone.
        var page = await screens.SignInAsync("Nguyễn Khải Định", phone: true);
        await page.GotoAsync($"{directive}/sign");
        await Screens.PictureAsync(page, "5-sign");
        var sign = new PageGetByRoleOptions { Name = Words.Of("Signing.Sign"), Exact = true };
        await page.GetByRole(AriaRole.Button, sign).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel(Words.Of("Signing.Pin")).FillAsync(Pin);
        await Screens.PictureAsync(page, "5-sign-pin");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Words.Of("Signing.Sign"), Exact = true }).ClickAsync();
        await SaysAsync(page, Words.Of("Signing.Done"));
    }

    private static async Task IssueAsync(Screens screens)
    {
        var page = await screens.SignInAsync(Registry);
        await page.GetByLabel(Words.Of("Proof.Password")).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of("Numbering.Give"), Exact = true }).ClickAsync();
        await SaysAsync(page, Words.Of("Numbering.Done"));
        await page.GetByLabel(Words.Of("Signing.Pin")).FillAsync(Pin);
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of("Issuing.Seal"), Exact = true }).ClickAsync();
        await SaysAsync(page, Words.Of("Issuing.SealDone"));
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of("Issuing.Issue"), Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("01-CV/TU");
        await page.GetByRole(AriaRole.Dialog).GetByLabel(Words.Of("Proof.Password")).FillAsync(Password);
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Words.Of("Issuing.SendTo", 3) }).ClickAsync();
        await SaysAsync(page, Words.Of("Issuing.Done"));
        await Screens.PictureAsync(page, "6-issued");
    }

    // The office sees the letter without its link; the unit finds it in the letter itself.
    internal static async Task<string> LinkAsync(IPage page, RunningProgram program)
    {
        const string Unit = "Đảng ủy xã An Lộc";
        await page.GotoAsync("/outbox");
        await Screens.PictureAsync(page, "7-outbox");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = Unit }).GetByRole(AriaRole.Link).First.ClickAsync();
        Assert.DoesNotMatch(ReceiptLink(), await page.Locator("pre").InnerTextAsync());
        return program.Letters().Where(text => text.Contains($"Kính gửi {Unit}", StringComparison.Ordinal)).Select(text => ReceiptLink().Match(text).Value).Single();
    }

    private static async Task AcknowledgeAsync(Screens screens, string link)
    {
        var page = await screens.PageAsync(phone: true);
        await page.GotoAsync(link);
        await Screens.PictureAsync(page, "8-receipt");
        await page.GetByLabel(Words.Of("Receipt.Name")).First.FillAsync(Receiver);
        await page.GetByLabel(Words.Of("Receipt.Position")).First.FillAsync("Văn thư");
        await page.GetByLabel(Words.Of("Receipt.Number")).First.FillAsync("27");
        await page.GetByRole(AriaRole.Button, new() { Name = Words.Of("Receipt.Accept") }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Words.Of("Receipt.Title") })).ToBeVisibleAsync();
        await page.GotoAsync(link);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = Words.Of("Receipt.Title") })).ToBeVisibleAsync();
        await Screens.PictureAsync(page, "8-acknowledged");
    }

    private static Task SaysAsync(IPage page, string words) => Expect(page.GetByText(words, new() { Exact = true })).ToBeVisibleAsync();

    [GeneratedRegex(@"^Công văn\s*T.M")]
    private static partial Regex LetterTile();

    [GeneratedRegex("/directives/[0-9a-f-]{36}")]
    private static partial Regex DirectivePath();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/a/[A-Za-z0-9_-]{43}")]
    private static partial Regex ReceiptLink();
}
