package dev.mainstay.samples.orders.production;

public record PaymentStatus(Long paymentId, String status) {

}
