using Fengtai.Platform.Access;
using Microsoft.OpenApi;

namespace Fengtai.Shell;

/// <summary><c>/openapi/v1.json</c> describes the API; <c>/api</c> lets one browse it.</summary>
internal static class ApiDescription
{
    private const string Document = "v1";
    private const string ViewerPath = "api";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Document, options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Fengtai", Version = Document, Description = "The service desk's API. Times are RFC 3339 in UTC, errors RFC 9457 problems with a stable code." };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "./fengtai token create" },
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) =>
        routes.MapOpenApi("/openapi/{documentName}.json").Open("describes the API, not what is in it");

    /// <summary>The viewer's own page has inline styles and a script, which the nonce allows.</summary>
    public static void UseApiViewer(this IApplicationBuilder app) => app.UseSwaggerUI(viewer =>
    {
        viewer.RoutePrefix = ViewerPath;
        viewer.DocumentTitle = "Fengtai API";
        viewer.SwaggerEndpoint($"/openapi/{Document}.json", "Fengtai v1");
    });
}
