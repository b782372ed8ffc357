using Workflow.Directives.Verification.Changes;

namespace Workflow.Directives.Tests.Verification;

/// <summary>The lines that the registry fills.</summary>
public sealed class BlankLineTests
{
    [Theory]
    [InlineData("Số        -CT/TU", "Số 08-CT/TU", true)]
    [InlineData("Số      -CT/TU", "Số 1234-CT/TU", true)]
    [InlineData("Số:      /QĐ-UBND", "Số: 08/QĐ-UBND", true)]
    [InlineData("Số: ....../QĐ-UBND", "Số: 08/QĐ-UBND", true)]
    [InlineData("Nam Bình, ngày      tháng      năm 2026", "Nam Bình, ngày 05 tháng 3 năm 2026", true)]
    [InlineData("Nam Bình, ngày … tháng … năm 2026", "Nam Bình, ngày 05 tháng 3 năm 2026", true)]
    [InlineData("Nam Bình, ngày      tháng      năm", "Nam Bình, ngày 05 tháng 01 năm 2027", true)]
    [InlineData("Nam Bình, ngày      tháng      năm", "Nam Bình, ngày 05 tháng 01 năm", false)]
    [InlineData("Nam Bình, ngày      tháng      năm 2026", "Nam Bình, ngày 05 tháng 3 năm 2025", false)]
    [InlineData("Nam Bình, ngày      tháng      năm 2026", "Nam Bình, ngày 05 tháng ba năm 2026", false)]
    [InlineData("Số        -CT/TU", "Số 08-CT/TU ", false)]
    [InlineData("Số        -CT/TU", "Số 08-CT/TU\n", false)]
    [InlineData("Số        -CT/TU", "Số 12345-CT/TU", false)]
    [InlineData("Số        -CT/TU", "Số -CT/TU", false)]
    [InlineData("Số 08-CT/TU", "Số 08-CT/TU", false)]
    [InlineData("Số        -CT/TU", "Số 0٨-CT/TU", false)]
    [InlineData("", "", false)]
    public void Blank_IsFilledByFiguresAlone(string blank, string filled, bool allowed) => Assert.Equal(allowed, BlankLine.IsFilledBy(blank, filled));
}
