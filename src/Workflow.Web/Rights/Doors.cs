using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.StaticAssets;
using Workflow.Directives.People.Rights;

namespace Workflow.Web.Rights;

/// <summary>
/// The ways into the program, by the names the table of rights gives them: <c>POST /api/directives</c>, and for a page with several acts
/// <c>POST /sign-in Code</c>. What the table does not name lets nobody in.
/// </summary>
internal static class Doors
{
    /// <summary>The door a request stands at.</summary>
    /// <returns>Its name, or null for a file of the program itself, which everybody may have.</returns>
    public static string? NameOf(HttpContext context, RouteEndpoint endpoint)
    {
        if (IsFile(endpoint))
        {
            return null;
        }

        var handler = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null ? null
            : context.Request.RouteValues["handler"] as string ?? context.Request.Query["handler"].FirstOrDefault();
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        return Name(method, endpoint, handler);
    }

    /// <summary>Every door the program has.</summary>
    public static async Task<IReadOnlyList<Door>> AllAsync(WebApplication app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(one => !IsFile(one)))
        {
            var anonymous = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var names = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(handler => Name(handler.HttpMethod, endpoint, handler.Name))
                : (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"]).Select(method => Name(method, endpoint, null));
            doors.AddRange(names.Select(name => new Door(name, anonymous)));
        }

        return doors;
    }

    /// <summary>What does not fit between the doors there are and the doors the table names; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(WebApplication app, RightsTable table)
    {
        var doors = await AllAsync(app);
        var names = doors.Select(door => door.Name).ToHashSet();
        return
        [
            .. doors.Where(door => !table.Doors.ContainsKey(door.Name)).Select(door => $"{door.Name}: is in no door of rights.json; it lets nobody in. Name the rights it needs."),
            .. table.Doors.Keys.Where(name => !names.Contains(name)).Select(name => $"{name}: rights.json names it, but there is no such door."),
            .. doors.Where(door => table.Doors.TryGetValue(door.Name, out var rights) && door.Anonymous != rights.Any(right => table[right].Open == OpenTo.Anyone))
                .Select(door => $"{door.Name}: {(door.Anonymous ? "wants no sign-in, but its rights do" : "wants a sign-in, but its right is open to anyone")}."),
        ];
    }

    private static bool IsFile(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.RoutePattern.RawText == "{**path:file}";

    private static string Name(string method, RouteEndpoint endpoint, string? handler) =>
        $"{method.ToUpperInvariant()} /{endpoint.RoutePattern.RawText?.Trim('/')}{(string.IsNullOrEmpty(handler) ? "" : " " + handler)}";
}

/// <summary>One way in.</summary>
/// <param name="Name">Method, route and page handler.</param>
/// <param name="Anonymous">Whether it wants no sign-in.</param>
internal sealed record Door(string Name, bool Anonymous);
