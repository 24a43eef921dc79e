namespace Fengtai.Platform.Database;

/// <summary>The surroundings do not let the application start. The message says what is wrong and what to do; it is shown without a stack trace.</summary>
public sealed class CannotStartException : Exception
{
    public CannotStartException()
    {
    }

    public CannotStartException(string message) : base(message)
    {
    }

    public CannotStartException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
