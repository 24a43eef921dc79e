using Xunit;

namespace Fengtai.BrowserTests;

/// <summary>For tests that take tickets from the queue of new ones, or count on its rows: one after another, or each would take the other's.</summary>
[CollectionDefinition(Name)]
public sealed class QueueOfNewTickets
{
    public const string Name = "the queue of new tickets";
}
