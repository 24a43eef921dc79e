namespace Fengtai.Demo.Pictures;

/// <summary>What people photograph when something does not work.</summary>
internal enum Motif
{
    /// <summary>A window with a red cross and an error code.</summary>
    ErrorDialog,

    /// <summary>A blue screen with a stop code.</summary>
    BlueScreen,

    /// <summary>A printed page with a black streak.</summary>
    StreakyPage,

    /// <summary>The sign of a network that is there and does not work.</summary>
    NoSignal,
}
