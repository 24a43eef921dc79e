using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

// around all of ours, so that these go before the framework's own without being named
namespace Fengtai;

/// <summary>
/// The framework's own, except that a handler is compiled when it is first asked for. Of several hundred a start, or a test, asks for a
/// few; compiling them all takes a second of processor time.
/// </summary>
public static class LateRoutes
{
    private const string Route = "Route";

    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Get], handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Post], handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Put], handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Patch], handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, Delegate handler) =>
        routes.MapMethods(pattern, [HttpMethods.Delete], handler);

    public static RouteHandlerBuilder MapMethods(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, IEnumerable<string> methods, Delegate handler) =>
        RouteHandlerServices.Map(routes, pattern, handler, methods, RequestDelegateFactory.InferMetadata, CreateLate);

    /// <summary>A handler of the bare request is compiled already.</summary>
    public static IEndpointConventionBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, RequestDelegate handler) =>
        EndpointRouteBuilderExtensions.MapGet(routes, pattern, handler);

    public static IEndpointConventionBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax(Route)] string pattern, RequestDelegate handler) =>
        EndpointRouteBuilderExtensions.MapPost(routes, pattern, handler);

    private static RequestDelegateResult CreateLate(Delegate handler, RequestDelegateFactoryOptions options, RequestDelegateMetadataResult? metadata)
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, metadata).RequestDelegate);
        return new(http => compiled.Value(http), []);
    }
}
