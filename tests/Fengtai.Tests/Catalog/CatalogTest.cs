using System.Text.Json;
using Fengtai.Catalog;
using Fengtai.Platform.Access;
using Fengtai.Platform.Data;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Fengtai.Tests.Catalog;

/// <summary>Shared by tests of the catalogue's use cases: each call is a request of its own.</summary>
public abstract class CatalogTest(App app) : IClassFixture<App>
{
    protected static readonly Actor Administrator = new() { Id = Guid.CreateVersion7(), Login = "admin", Name = "管理员", Permissions = [CatalogPermissions.Administer] };

    protected App App => app;

    protected Task<T> Run<TUseCase, T>(Func<TUseCase, Task<T>> run)
        where TUseCase : notnull => app.RunAsync(services => run(services.GetRequiredService<TUseCase>()));

    protected Task<CategoryTree> TreeAsync() => Run((Categories categories) => categories.TreeAsync());

    protected async Task<Category> CategoryAsync(string code) => (await TreeAsync()).ByCode(code) ?? throw new InvalidOperationException($"No category {code}.");

    internal Task<Result<Category>> TryAddAsync(string name, Guid? parent = null, string code = "") =>
        Run((AddCategory add) => add.RunAsync(parent, Details(name, code), Administrator, default));

    protected async Task<Category> AddAsync(string name, Guid? parent = null) => (await TryAddAsync(name, parent)).Value;

    internal static CategoryDetails Details(string nameEn, string code = "") => new() { Name = nameEn + " 中文", NameEn = nameEn, Code = code };

    /// <summary>Kind and data of what happened to a subject, oldest first.</summary>
    protected Task<List<(string Kind, JsonElement Data, Guid? Actor)>> EventsAsync(Guid subject) =>
        app.Database.Command("select kind, data::text, actor from platform.events where subject_id = $1 order by id", subject)
            .ListAsync(row => (row.GetString(0), JsonElement.Parse(row.GetString(1)), row.Get<Guid?>(2)), default);
}
