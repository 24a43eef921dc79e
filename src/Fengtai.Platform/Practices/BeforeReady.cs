namespace Fengtai.Platform.Practices;

/// <summary>
/// Runs once per start of the server, after the migrations and before it listens, in the order of registration: first contents,
/// the demonstration, a word to the operator. Several nodes may start at the same time.
/// </summary>
public interface IBeforeReady
{
    /// <param name="say">Shows the operator a line.</param>
    Task PrepareAsync(Action<string> say, CancellationToken cancellation);
}

/// <summary>A page of ours that is asked for once before the server calls itself ready, because first times are slow.</summary>
public sealed record WarmPage(string Path);
