// What the door's own declarations speak of: `import Blazon` alone suffices.

/// Texts with places, what is wrong in them, and what the world refuses: `SourceText`, `Report`, `WorldError`.
@_exported public import BlazonSource

/// The page that a picture stands on: `light` or `dark`.
@_exported public import enum BlazonScene.Theme
/// The kinds of file that pictures are written as.
@_exported public import enum BlazonShelf.ImageFormat
