using Fengtai.Platform.Practices;

namespace Fengtai.Identity;

/// <summary>
/// On a demonstration the sign-in page offers its people, without passwords. Off until whoever fills a database with the demonstration says
/// that this is one; a server that was not started for it never offers anybody.
/// </summary>
public sealed class DemoSignIn(HostSettings settings)
{
    public bool IsOffered { get; private set; }

    /// <exception cref="InvalidOperationException">The server was not started with <c>--demo</c>.</exception>
    public void Offer() => IsOffered = settings.Demo ? true : throw new InvalidOperationException("Only a demonstration offers its people.");
}
