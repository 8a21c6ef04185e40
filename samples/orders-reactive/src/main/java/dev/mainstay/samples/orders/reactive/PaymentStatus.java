package dev.mainstay.samples.orders.reactive;

public record PaymentStatus(Long paymentId, String status) {

}
