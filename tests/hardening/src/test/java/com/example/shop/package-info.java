/**
 * Handlers of an application to look at: Mainstay does not look at its own.
 */
package com.example.shop;
