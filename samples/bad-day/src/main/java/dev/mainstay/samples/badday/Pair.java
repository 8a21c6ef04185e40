package dev.mainstay.samples.badday;

/**
 * The same classes twice.
 *
 * @param stack what they are written with
 * @param bare the service without Mainstay
 * @param hardened the service with it
 */
record Pair(Stack stack, Service bare, Service hardened) {

}
