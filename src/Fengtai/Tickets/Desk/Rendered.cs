using Fengtai.Platform.Ui;

namespace Fengtai.Tickets.Desk;

/// <param name="Warning">Why it could not be sent like this.</param>
public sealed record Rendered(string Text, string? Warning, MarkdownReferences References);
