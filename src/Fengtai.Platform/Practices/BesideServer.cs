using System.CommandLine;

namespace Fengtai.Platform.Practices;

/// <summary>
/// Runs a command's work with the application's services on the data of <c>--data</c>, whether or not a server runs on them:
/// the database is opened and migrated, nothing listens, no job is worked on. The service provider is that of a scope.
/// What other programs read goes to <see cref="Console.Out"/>, everything else to <see cref="Console.Error"/>.
/// </summary>
/// <example><code>
/// var login = new Option&lt;string&gt;("--login") { Required = true };
/// var create = new Command("create", "Creates a person") { login };
/// create.SetAction((parsed, cancellation) => beside(parsed, async services =>
/// {
///     var result = await services.GetRequiredService&lt;CreateUser&gt;().RunAsync(parsed.GetRequiredValue(login), cancellation);
///     await (result.IsRefused ? Console.Error : Console.Out).WriteLineAsync(…);
///     return result.IsRefused ? 1 : 0;
/// }, cancellation));
/// return new Command("user", "People") { create };
/// </code></example>
/// <returns>The exit code.</returns>
public delegate Task<int> BesideServer(ParseResult parsed, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation);
