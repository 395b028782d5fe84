#pragma once
// Nothing: ICU's headers would clash with those of Swift's Foundation. CICU includes what it needs.
