public import BlazonSource
