using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Workflow.Web.Api;

/// <summary>What /openapi/v1.json says beyond the routes: the token, the idempotency key, and the answers every call can give.</summary>
internal static class ApiDocument
{
    private const string Token = "token";

    private static readonly (int Status, string Meaning)[] Refusals =
    [
        (401, "No token, or one that is unknown, expired or revoked."),
        (403, "You may see it but not do this."),
        (404, "There is no such thing for you."),
        (409, "The state does not admit it, or it was already done."),
        (412, "There is a newer revision than the one you saw."),
        (422, "What was sent cannot be accepted; `problems` names the lines of a text."),
        (503, "The store is busy or failing; nothing was recorded."),
    ];

    private static readonly (int Status, string Meaning)[] ReadingRefusals =
    [
        (400, "The request is malformed."),
        (401, "No token, or one that is unknown, expired or revoked."),
        (413, "The file or its text is too large."),
        (415, "The file is of a kind that is not read, or not what its name says."),
        (422, "The text cannot be taken out of the file, or must not be read here."),
    ];

    public static void Describe(OpenApiOptions options)
    {
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Workflow",
                Version = "v1",
                Description = "Drafting, approving and disseminating directives. Every POST that stores anything needs an Idempotency-Key (POST /api/readings only answers); refusals are problem details (RFC 9457) with a stable `code`, `title` in Vietnamese and `detail` in English.",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A person's API token, made on the People page or with the verb token." },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var receipt = context.Description.RelativePath?.StartsWith("api/receipts", StringComparison.Ordinal) == true;
            if (!receipt)
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
            }

            if (context.Description.HttpMethod == HttpMethods.Post)
            {
                var storesNothing = context.Description.ActionDescriptor.EndpointMetadata.OfType<StoresNothing>().Any();
                DescribePost(operation, receipt, storesNothing);
            }

            return Task.CompletedTask;
        });
    }

    private static void DescribePost(OpenApiOperation operation, bool receipt, bool storesNothing)
    {
        if (!storesNothing)
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = IdempotentPosts.Header,
                In = ParameterLocation.Header,
                Required = true,
                Description = "1 to 100 characters of your choice. The same key repeats the answer and does nothing again.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 100 },
            });
        }

        operation.Responses ??= [];
        var possible = storesNothing ? ReadingRefusals : Refusals.Where(one => !receipt || one.Status is not (401 or 403));
        foreach (var (status, meaning) in possible)
        {
            operation.Responses.TryAdd($"{status}", new OpenApiResponse { Description = meaning });
        }
    }
}
