using System.Security.Cryptography;
using System.Text;
using Fengtai.Platform.Access;
using Fengtai.Platform.Files;
using Fengtai.Platform.Refusals;
using Fengtai.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Fengtai.Tests.Files;

public sealed class FileStoreTests(FileStoreTests.AppWithFiles app) : IClassFixture<FileStoreTests.AppWithFiles>
{
    private static readonly Actor Someone = new() { Id = Guid.CreateVersion7(), Login = "someone" };

    private FileStore Store => app.Services.GetRequiredService<FileStore>();

    private string Folder => Path.Combine(app.DataFolder, "files");

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_IsKeptByItsContent()
    {
        var content = Encoding.UTF8.GetBytes($"日志 {nameof(File_IsKeptByItsContent)}");
        var first = (await SaveAsync(content, "../日志.log")).Value;
        var second = (await SaveAsync(content, "copy.log")).Value;

        Assert.Equal(SHA256.HashData(content), first.Sha256);
        Assert.Equal(("日志.log", "text/plain", (long)content.Length, (Guid?)Someone.Id), (first.Name, first.ContentType, first.Size, first.CreatedBy));
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(Store.PathOf(first), Store.PathOf(second));
        Assert.Equal(content, await File.ReadAllBytesAsync(Store.PathOf(first), Now));
        Assert.Equal(["copy.log", "日志.log"], (await Store.FindAsync([first.Id, second.Id, Guid.NewGuid()], Now)).Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Empty(Arriving());
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    [InlineData(200_000, false)]
    public async Task File_MayBeAsLargeAsAllowed(int size, bool allowed)
    {
        var result = await Store.SaveAsync(new MemoryStream(new byte[size]), "x.bin", 100, Someone, Now);
        Assert.Equal(allowed ? null : new FileIsTooLarge("x.bin", 100), result.Refusal);
        Assert.Empty(Arriving());
    }

    [Fact]
    public async Task EmptyFile_IsRefused() =>
        Assert.Equal(new FileIsEmpty("x.txt"), (await SaveAsync([], "x.txt")).Refusal);

    [Fact]
    public async Task BrokenUpload_LeavesNothing()
    {
        var before = await CountAsync();
        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(new BreakingStream(), "x.bin", 1_000_000, Someone, Now));
        Assert.Equal(before, await CountAsync());
        Assert.Empty(Arriving());
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_IsARefusal_AndNothingIsKept()
    {
        var before = await CountAsync();
        // a file stands where the folder should be, which stops even root
        var blocked = Path.Combine(app.DataFolder, "blocked");
        await File.WriteAllTextAsync(blocked, "", Now);
        var store = ActivatorUtilities.CreateInstance<FileStore>(app.Services, new FileFolder(blocked));
        Assert.Equal(new StorageIsUnavailable(), (await store.SaveAsync(new MemoryStream([1]), "x", 10, Someone, Now)).Refusal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task FilesOfAForm_ComeAllOrAreRefused()
    {
        var empty = new FormFile(Stream.Null, 0, 0, "files", "");
        var one = new FormFile(new MemoryStream([1, 2, 3]), 0, 3, "files", "a.bin");
        Assert.Equal(["a.bin"], (await Store.SaveAllAsync([empty, one], Someone, Now)).Value.Select(f => f.Name));
        Assert.Empty((await Store.SaveAllAsync([empty], Someone, Now)).Value);
        Assert.Equal(new TooManyFiles(20), (await Store.SaveAllAsync(Enumerable.Repeat(one, 21), Someone, Now)).Refusal);
    }

    [Fact]
    public async Task FileThatNobodyAttached_IsSwept_ButNotItsContentWhileShared()
    {
        var shared = "shared by two"u8.ToArray();
        var kept = (await SaveAsync(shared, "kept")).Value;
        var orphan = (await SaveAsync(shared, "orphan")).Value;
        var alone = (await SaveAsync("only one"u8.ToArray(), "alone")).Value;
        AppWithFiles.InUse.TryAdd(kept.Id, true);
        await File.WriteAllTextAsync(Path.Combine(Folder, "arriving", "old"), "half", Now);
        File.SetLastWriteTimeUtc(Path.Combine(Folder, "arriving", "old"), app.Clock.Now.AddDays(-3).UtcDateTime);

        await SweepAsync(kept.CreatedAt);
        Assert.Equal(3, (await Store.FindAsync([kept.Id, orphan.Id, alone.Id], Now)).Count);

        app.Clock.Advance(TimeSpan.FromDays(2));
        await app.RunRecurringAsync("files.sweep");
        Assert.Equal([kept.Id], (await Store.FindAsync([kept.Id, orphan.Id, alone.Id], Now)).Select(f => f.Id));
        Assert.True(File.Exists(Store.PathOf(kept)));
        Assert.False(File.Exists(Store.PathOf(alone)));
        Assert.Empty(Arriving());
    }

    [Theory]
    [InlineData("89504E470D0A1A0A", "图.png", false, "image/png", "inline; filename=")]
    [InlineData("89504E470D0A1A0A", "图.png", true, "image/png", "attachment; filename=")]
    [InlineData("255044462D312E37", "a.pdf", false, "application/pdf", "inline; filename=a.pdf")]
    [InlineData("3C68746D6C3E", "a.html", false, "text/plain", "attachment; filename=a.html")]
    [InlineData("3C7376673E", "a.svg", false, "text/plain", "attachment; filename=a.svg")]
    [InlineData("504B0304", "a.zip", false, "application/zip", "attachment; filename=a.zip")]
    public async Task Download_CanDoNoHarm(string bytes, string name, bool asAttachment, string type, string disposition)
    {
        var file = (await SaveAsync(Convert.FromHexString(bytes), name)).Value;
        var http = await DownloadAsync(file, asAttachment);

        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
        Assert.Equal(type, http.Response.ContentType);
        Assert.StartsWith(disposition, http.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
        Assert.Equal("private, no-cache", http.Response.Headers.CacheControl);
        Assert.StartsWith("default-src 'none'", http.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal(type != "application/pdf", http.Response.Headers.ContentSecurityPolicy.ToString().EndsWith("sandbox", StringComparison.Ordinal));
        Assert.Equal(Convert.FromHexString(bytes), ((MemoryStream)http.Response.Body).ToArray());
    }

    [Fact]
    public async Task ChineseName_IsGivenInUtf8()
    {
        var file = (await SaveAsync("x"u8.ToArray(), "报错 截图\".log")).Value;
        var http = await DownloadAsync(file, asAttachment: false);
        Assert.EndsWith("filename*=UTF-8''%E6%8A%A5%E9%94%99%20%E6%88%AA%E5%9B%BE_.log", http.Response.Headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameFile_IsNotSentTwice()
    {
        var file = (await SaveAsync("cached"u8.ToArray(), "a.txt")).Value;
        var tag = (await DownloadAsync(file, asAttachment: false)).Response.Headers.ETag.ToString();
        var again = await DownloadAsync(file, asAttachment: false, ifNoneMatch: tag);
        Assert.Equal(StatusCodes.Status304NotModified, again.Response.StatusCode);
    }

    private Task<Result<StoredFile>> SaveAsync(byte[] content, string name) =>
        Store.SaveAsync(new MemoryStream(content), name, FileLimits.MostBytes, Someone, Now);

    private string[] Arriving() => Directory.Exists(Path.Combine(Folder, "arriving")) ? Directory.GetFiles(Path.Combine(Folder, "arriving")) : [];

    private Task<int> SweepAsync(DateTimeOffset olderThan) =>
        app.RunAsync(services => services.GetRequiredService<SweepOrphanFiles>().RunAsync(olderThan, Now));

    private async Task<long> CountAsync()
    {
        await using var command = app.Database.CreateCommand("select count(*) from platform.files");
        return (long)(await command.ExecuteScalarAsync(Now))!;
    }

    private async Task<HttpContext> DownloadAsync(StoredFile file, bool asAttachment, string? ifNoneMatch = null)
    {
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Method = "GET";
        http.Request.Headers.IfNoneMatch = ifNoneMatch;
        http.Response.Body = new MemoryStream();
        await new FileDownload(file, asAttachment).ExecuteAsync(http);
        return http;
    }

    public sealed class AppWithFiles(TestCluster cluster) : App(cluster), IFileReferences
    {
        internal static readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, bool> InUse = new();

        public Task<IReadOnlyCollection<Guid>> InUseAsync(IReadOnlyCollection<Guid> files, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyCollection<Guid>>([.. files.Where(InUse.ContainsKey)]);

        protected override void Adjust(WebApplicationBuilder builder)
        {
            base.Adjust(builder);
            builder.Services.AddSingleton<IFileReferences>(this);
        }
    }

    private sealed class BreakingStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++_reads < 3 ? ValueTask.FromResult(1000) : throw new IOException("The connection is gone.");
    }
}
