using System.Net;
using System.Net.Http.Headers;
using Fengtai.Tests.Commands;
using Fengtai.Tests.Database;
using Fengtai.Tests.Support;
using Xunit;

namespace Fengtai.Tests.Files;

public sealed class FullDiskTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task FileThatTheDiskHasNoRoomFor_IsA503_NothingHalfStays_AndSmallerOnesGoOn()
    {
        using var folder = new OwnFolder();
        var token = await RunningProgram.TokenAsync(database.OwnerString, folder.Data);
        var files = Directory.CreateDirectory(folder.File("files")).FullName;
        using var program = RunningProgram.StartWithSmallDisk(files, 512 * 1024, database.OwnerString, "serve", "--data", folder.Data, "--urls", "http://127.0.0.1:0");
        using var http = new HttpClient { BaseAddress = new((await program.LineAsync())["ready ".Length..]) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        using var large = await UploadAsync(http, 3 * 1024 * 1024);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, large.StatusCode);
        Assert.Contains("storageIsUnavailable", await large.Content.ReadAsStringAsync());
        Assert.Empty(Directory.EnumerateFiles(program.Seen(files), "*", SearchOption.AllDirectories));

        using var small = await UploadAsync(http, 1000);
        Assert.Equal(HttpStatusCode.Created, small.StatusCode);
        Assert.Single(Directory.EnumerateFiles(program.Seen(files), "*", SearchOption.AllDirectories));

        await program.TerminateAsync();
        Assert.Equal(0, (await program.EndAsync()).Code);
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient http, int size)
    {
        using var content = new ByteArrayContent(new byte[size]);
        return await http.PostAsync(new Uri("/api/v1/files?name=log.txt", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
