using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Fengtai.Platform.Ui;

/// <summary>A component that a higher practice puts into a place of a lower one's page.</summary>
internal sealed record SlotEntry(string Name, Type Component, int Order);

public static class Slots
{
    /// <summary>
    /// Renders <typeparamref name="TComponent"/> wherever the slot of that name is. It gets the slot's context as its parameter
    /// <c>Context</c> and may ask its own question in <c>OnInitializedAsync</c>: nobody else could ask it on its behalf.
    /// </summary>
    public static IServiceCollection AddSlot<TComponent>(this IServiceCollection services, string name, int order = 0)
        where TComponent : IComponent => services.AddSingleton(new SlotEntry(name, typeof(TComponent), order));
}
