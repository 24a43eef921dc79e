using Xunit;

namespace Fengtai.Tests.Support;

/// <summary>Test material that others wrote and that is not part of the repository; tests that use it are skipped, and say so, where it is absent.</summary>
internal static class SharedData
{
    public static string Find(string path)
    {
        var file = Path.GetFullPath(Path.Combine(Sources.Root, "..", "shared", "testdata", path));
        Assert.SkipUnless(File.Exists(file), $"The shared test material is not here: ../shared/testdata/{path}");
        return file;
    }
}
