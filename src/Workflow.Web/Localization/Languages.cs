using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Workflow.Web.Localization;

/// <summary>The two languages of the pages. Vietnamese unless the visitor chose English; the browser's wish is not asked.</summary>
internal static class Languages
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    /// <summary>Name of the cookie that keeps the choice.</summary>
    public const string Cookie = "language";

    /// <summary>How long the choice is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static RequestLocalizationOptions Options { get; } = new()
    {
        DefaultRequestCulture = new RequestCulture(Vietnamese),
        SupportedCultures = [new CultureInfo(Vietnamese), new CultureInfo(English)],
        SupportedUICultures = [new CultureInfo(Vietnamese), new CultureInfo(English)],
        RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Cookie }],
    };

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;
}
