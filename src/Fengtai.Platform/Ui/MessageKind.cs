namespace Fengtai.Platform.Ui;

public enum MessageKind
{
    /// <summary>Somebody else's.</summary>
    Plain,

    /// <summary>The reader's own.</summary>
    Own,

    /// <summary>Never seen by the requester.</summary>
    Internal,

    /// <summary>What solved it.</summary>
    Solution,
}
